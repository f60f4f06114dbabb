/** The one next step for this reader; when it is somebody else’s turn, who that is and how to reach the point. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useSession } from "@/features/auth";
import { formatDay } from "@/lib/dates";
import { can } from "@/lib/session";
import { Button } from "@/ui/actions/button";
import { ButtonLink } from "@/ui/actions/link";
import { LinkButton } from "@/ui/actions/link-button";
import { NextBox } from "@/ui/page/next-box";
import { actWords } from "./act-words";
import type { Agreement } from "./api";
import { blockerName, needName, type Blocker } from "./needs";
import type { Act, NextStep } from "./next-step";
import { whoActs } from "./who";

type Props = { agreement: Agreement; next: NextStep | null; onAct: (act: Act) => void };

export function NextAction({ agreement, next, onAct }: Props) {
  const { t } = useLingui();
  const me = useSession();
  const name = me.person?.name ?? me.tenant.name;
  if (next === null) return null;
  const forYou = <Trans>Next for you, {name}</Trans>;
  if (next.kind === "wait" && isForBoard(next.blocker) && can(me, "agreements:approve")) {
    return (
      <NextBox
        who={forYou}
        heading={t`Put it before the board`}
        action={
          <ButtonLink kind="primary" to="/agreements/board">
            <Trans>Open the board’s page</Trans>
          </ButtonLink>
        }
      >
        <Trans>
          Everybody else has said yes. One vote, recorded once the board has met, moves it with the others.
        </Trans>
      </NextBox>
    );
  }
  if (next.kind === "wait") return <Waiting blocker={next.blocker} />;
  if (next.kind === "edit") {
    const missing = next.missing.map(needName).join("; ");
    return (
      <NextBox
        who={forYou}
        heading={missing ? t`Finish the text` : t`Change the text, then send it again`}
        action={
          <ButtonLink
            kind="primary"
            to="/agreements/$agreementId/edit"
            params={{ agreementId: agreement.id }}
          >
            {missing ? <Trans>Finish the text</Trans> : <Trans>Change the text</Trans>}
          </ButtonLink>
        }
      >
        {missing ? (
          <Trans>Still missing before it can be sent for review: {missing}.</Trans>
        ) : (
          <Trans>
            What has to change stands above. Nobody else can change the text meanwhile but your side and the
            office.
          </Trans>
        )}
      </NextBox>
    );
  }
  const words = actWords(next.act, agreement);
  const refusal = next.refusal;
  return (
    <NextBox
      who={forYou}
      heading={words.heading}
      action={
        <Button kind="primary" onClick={() => onAct(next.act)}>
          {words.action}
        </Button>
      }
    >
      {words.effect}
      {refusal && (
        <>
          {" "}
          <LinkButton onClick={() => onAct(refusal)}>
            {refusal.verb === "decline" ? (
              <Trans>Not for our school</Trans>
            ) : (
              actWords(refusal, agreement).action
            )}
          </LinkButton>
        </>
      )}
    </NextBox>
  );
}

/** The board’s vote is all that is missing before approval. */
function isForBoard(blocker: Blocker): boolean {
  return blocker.code === "board_review" && blocker.is_now;
}

function Waiting({ blocker }: { blocker: Blocker }) {
  const { t } = useLingui();
  const me = useSession();
  const who = whoActs(blocker.who, me.person?.name);
  const day = blocker.due_on ? formatDay(blocker.due_on, "long") : null;
  if (blocker.who.party === null) {
    return <NextBox who={t`Nothing to do now`} heading={blockerName(blocker)} />;
  }
  return (
    <NextBox who={<Trans>Waiting for {who}</Trans>} heading={blockerName(blocker)}>
      {day ? <Trans>By {day}.</Trans> : <Trans>Nothing is asked of you now.</Trans>}
    </NextBox>
  );
}
