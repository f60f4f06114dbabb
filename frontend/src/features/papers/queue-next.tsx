/** The decision on a paper: accept it or turn it down; without one, what was decided and what waits next. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import type { PaperRead, WaitingPaper } from "@/api/gen/types.gen";
import { formatDay } from "@/lib/dates";
import { Actions, Button } from "@/ui/actions/button";
import { ButtonLink } from "@/ui/actions/link";
import { NextBox } from "@/ui/page/next-box";
import { paperName } from "./queue-words";

const AcceptDialog = lazy(() =>
  import("./queue-decide-dialog").then((module) => ({ default: module.AcceptDialog })),
);
const RejectDialog = lazy(() =>
  import("./queue-decide-dialog").then((module) => ({ default: module.RejectDialog })),
);

type Props = { paper: PaperRead; next: WaitingPaper | undefined };

export function QueueNext({ paper, next }: Props) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [step, setStep] = useState<"accept" | "reject" | null>(null);
  // The list is read again after the decision; which paper follows was settled when the dialog opened.
  const [following, setFollowing] = useState(next);
  const accept = paper.allowed_moves.find(({ move }) => move === "accept");
  const reject = paper.allowed_moves.find(({ move }) => move === "reject");
  const open = (chosen: "accept" | "reject") => {
    setFollowing(next);
    setStep(chosen);
  };
  const onDone = () => {
    const search = { done: paper.id };
    if (following) {
      void navigate({ to: "/papers/queue/$paperId", params: { paperId: following.id }, search });
    } else {
      void navigate({ to: "/papers/queue", search });
    }
  };
  const dialog = step && (
    <Suspense>
      {step === "accept" ? (
        <AcceptDialog paper={paper} onClose={() => setStep(null)} onDone={onDone} />
      ) : (
        <RejectDialog paper={paper} onClose={() => setStep(null)} onDone={onDone} />
      )}
    </Suspense>
  );
  if (!accept && !reject) {
    return (
      <>
        <Decided paper={paper} next={next} />
        {dialog}
      </>
    );
  }
  const canAccept = accept !== undefined && accept.needs.length === 0;
  return (
    <>
      <NextBox
        who={<Trans>Next for you</Trans>}
        heading={canAccept ? <Trans>Accept it, or turn it down</Trans> : <Trans>Turn it down</Trans>}
        action={
          <Actions full>
            {canAccept && (
              <Button kind="primary" onClick={() => open("accept")}>
                {t`Accept`}
              </Button>
            )}
            {reject && (
              <Button kind={canAccept ? "secondary" : "primary"} onClick={() => open("reject")}>
                {t`Turn down`}
              </Button>
            )}
          </Actions>
        }
      >
        {canAccept ? (
          <Trans>
            Accepted, it counts from today. Turned down, the partner reads why and can send it again.
          </Trans>
        ) : (
          <Trans>It cannot be accepted: it has run out. Ask for the newer one in the reason.</Trans>
        )}
      </NextBox>
      {dialog}
    </>
  );
}

function Decided({ paper, next }: Props) {
  const day = paper.reviewed_on ? formatDay(paper.reviewed_on, "long") : null;
  const by = paper.reviewed_by?.name;
  const link = next && (
    <ButtonLink to="/papers/queue/$paperId" params={{ paperId: next.id }}>
      <Trans>Open the next paper</Trans>
    </ButtonLink>
  );
  const followed = next && (
    <Trans>
      Next in the queue: {paperName(next)} of {next.partner.name}.
    </Trans>
  );
  switch (paper.status) {
    case "accepted":
      return (
        <NextBox
          who={
            by && day ? (
              <Trans>
                {by}, {day}
              </Trans>
            ) : (
              day
            )
          }
          heading={<Trans>This paper was accepted</Trans>}
          action={link}
        >
          {followed}
        </NextBox>
      );
    case "rejected":
      return (
        <NextBox
          who={
            by && day ? (
              <Trans>
                {by}, {day}
              </Trans>
            ) : (
              day
            )
          }
          heading={<Trans>This paper was turned down</Trans>}
          action={link}
        >
          {paper.status_reason && <Trans>“{paper.status_reason}”</Trans>} {followed}
        </NextBox>
      );
    case "submitted":
      return (
        <NextBox
          who={<Trans>Next for risk management or the law department</Trans>}
          heading={<Trans>Look at this paper and decide</Trans>}
        />
      );
    default:
      return (
        <NextBox
          who={<Trans>Next for the partner, {paper.partner.name}</Trans>}
          heading={<Trans>Hand this paper in</Trans>}
          action={link}
        />
      );
  }
}
