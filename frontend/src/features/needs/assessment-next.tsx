/** The next step with an assessment: three buttons over seven stored states, from the moves the server offers. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useState, type ReactNode } from "react";
import type { AssessmentRead } from "@/api/gen/types.gen";
import { Actions, Button } from "@/ui/actions/button";
import { ButtonLink } from "@/ui/actions/link";
import { Notice } from "@/ui/feedback/notice";
import { Disclosure } from "@/ui/page/disclosure";
import { NextBox } from "@/ui/page/next-box";
import { assessmentAction, assessmentStatus, isInWork, lackWords, stepDone } from "./words";
import { useAssessmentStep } from "./write";

const StepDialog = lazy(() => import("./step-dialog").then((module) => ({ default: module.StepDialog })));

const forward = ["submit", "approve", "publish"];
/** Marks in the team's diary: any of them, in any order, until the principal has approved. */
const diary = ["collect", "analyze", "prioritize"];

export function AssessmentNext({ assessment }: { assessment: AssessmentRead }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [move, setMove] = useState<string | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const step = useAssessmentStep(assessment);
  const next = assessment.allowed_moves.find((each) => forward.includes(each.move));
  const marks = assessment.allowed_moves.filter((each) => diary.includes(each.move));
  const reopen = assessment.allowed_moves.find((each) => each.move === "reopen");
  const name = assessment.school.name;
  return (
    <>
      {done && !move && (
        <Notice kind="good" live focus>
          {stepDone(done)}
        </Notice>
      )}
      {next ? (
        <ForYou assessment={assessment} move={next.move} needs={next.needs} take={() => setMove(next.move)} />
      ) : (
        <ForOthers assessment={assessment} />
      )}
      {marks.length > 0 && (
        <Disclosure
          summary={
            isInWork(assessment.status) ? (
              <Trans>Note how far the team is: {assessmentStatus(assessment.status)}</Trans>
            ) : (
              <Trans>Take it back to work on it</Trans>
            )
          }
        >
          <Actions>
            {marks.map((each) => (
              <Button key={each.move} small onClick={() => setMove(each.move)}>
                {assessmentAction(each.move)}
              </Button>
            ))}
          </Actions>
        </Disclosure>
      )}
      {reopen && (
        <Actions>
          <Button onClick={() => setMove("reopen")}>{assessmentAction("reopen")}</Button>
        </Actions>
      )}
      {move && (
        <Suspense>
          <StepDialog
            title={t`${assessmentAction(move)}: needs of ${name}`}
            action={assessmentAction(move)}
            asksReason={move === "reopen"}
            take={async (reason) => {
              const after = await step.mutateAsync({ move, reason });
              if (after.id === assessment.id) return setDone(move);
              await navigate({ to: "/needs/assessments/$assessmentId", params: { assessmentId: after.id } });
            }}
            onClose={() => setMove(null)}
          >
            <Effect move={move} />
          </StepDialog>
        </Suspense>
      )}
    </>
  );
}

type ForYouProps = { assessment: AssessmentRead; move: string; needs: readonly string[]; take: () => void };

function ForYou({ assessment, move, needs, take }: ForYouProps) {
  if (needs.length === 0)
    return (
      <NextBox
        who={<Trans>Next for you</Trans>}
        heading={assessmentAction(move)}
        action={
          <Button kind="primary" onClick={take}>
            {assessmentAction(move)}
          </Button>
        }
      >
        <Effect move={move} />
      </NextBox>
    );
  if (assessment.needs.length === 0)
    return (
      <NextBox
        who={<Trans>Next for you</Trans>}
        heading={<Trans>Record the first need</Trans>}
        action={
          <ButtonLink
            kind="primary"
            to="/needs/assessments/$assessmentId/add"
            params={{ assessmentId: assessment.id }}
          >
            <Trans>Record a need</Trans>
          </ButtonLink>
        }
      >
        <Trans>Begin with what the published measures show, or with what people at the school say.</Trans>
      </NextBox>
    );
  return (
    <NextBox who={<Trans>Next for you</Trans>} heading={<Trans>Decide which needs are priorities</Trans>}>
      <Trans>Before it goes to the principal:</Trans> {needs.map(lackWords).join(" ")}
    </NextBox>
  );
}

/** Whose turn it is, for somebody who reads the school's own work but cannot take this step. */
function ForOthers({ assessment }: { assessment: AssessmentRead }) {
  const { status, view } = assessment;
  const name = assessment.school.name;
  if (view !== "full" || status === "published" || status === "superseded") return null;
  if (isInWork(status))
    return (
      <NextBox who={<Trans>Next for {name}</Trans>} heading={<Trans>The school works on its needs</Trans>}>
        <Trans>Its principal and coordinators record and rate them. Nothing is published yet.</Trans>
      </NextBox>
    );
  return (
    <NextBox
      who={<Trans>Next for the principal of {name}</Trans>}
      heading={
        status === "submitted" ? (
          <Trans>Read and approve these needs</Trans>
        ) : (
          <Trans>Publish these needs</Trans>
        )
      }
    >
      <Trans>
        Only the principal can do this. Until then nobody outside the school and the district sees them.
      </Trans>
    </NextBox>
  );
}

function Effect({ move }: { move: string }): ReactNode {
  switch (move) {
    case "submit":
      return <Trans>The principal reads it and approves it. Until then it can still be changed.</Trans>;
    case "approve":
      return <Trans>After this the needs can no longer be edited. Nobody outside sees them yet.</Trans>;
    case "publish":
      return <Trans>Other schools and partners then see these needs, without the ratings.</Trans>;
    case "reopen":
      return <Trans>The next version begins as a draft. This one stays until that one is published.</Trans>;
    default:
      return <Trans>This only says how far the work is. You can go back.</Trans>;
  }
}
