/** The one next step for this reader; when it is somebody else’s turn, who that is and what they do. */
import { Trans, useLingui } from "@lingui/react/macro";
import { reasonWords } from "@/api/spoken/reasons";
import { useSession } from "@/features/auth";
import { formatDay } from "@/lib/dates";
import { Button } from "@/ui/actions/button";
import { ButtonLink } from "@/ui/actions/link";
import { LinkButton } from "@/ui/actions/link-button";
import { NextBox } from "@/ui/page/next-box";
import { actWords } from "./act-words";
import type { Blocker, Partnership } from "./api";
import { DraftAction } from "./draft-action";
import type { NextStep } from "./next-step";
import type { Verb } from "./verbs";
import { whoActs } from "./words";

type Props = { partnership: Partnership; next: NextStep | null; onAct: (verb: Verb) => void };

export function NextAction({ partnership, next, onAct }: Props) {
  const { t } = useLingui();
  const me = useSession();
  const name = me.person?.name ?? me.tenant.name;
  if (next === null) return null;
  const forYou = <Trans>Next for you, {name}</Trans>;
  switch (next.kind) {
    case "wait":
      return <Waiting blocker={next.blocker} />;
    case "draft":
      return <DraftAction partnership={partnership} who={forYou} />;
    case "give":
      return (
        <NextBox
          who={forYou}
          heading={
            next.blocker.code === "school_not_confirmed"
              ? t`Confirm ${partnership.school.name} on the agreement`
              : reasonWords(next.blocker.said)
          }
          action={
            <ButtonLink
              kind="primary"
              to="/agreements/$agreementId"
              params={{ agreementId: next.agreementId }}
            >
              <Trans>Open the agreement</Trans>
            </ButtonLink>
          }
        >
          {next.blocker.code === "school_not_confirmed" ? (
            <Trans>
              Read there what both sides promise; then confirm it for your school or decline. It signs
              nothing.
            </Trans>
          ) : (
            <Trans>Your part is on the agreement’s own page.</Trans>
          )}
        </NextBox>
      );
    case "act": {
      const { heading, effect, action } = actWords(next.verb, partnership);
      const { refusal } = next;
      return (
        <NextBox
          who={forYou}
          heading={heading}
          action={
            <Button kind="primary" onClick={() => onAct(next.verb)}>
              {action}
            </Button>
          }
        >
          {effect}
          {refusal && (
            <>
              {" "}
              <LinkButton onClick={() => onAct(refusal)}>{actWords(refusal, partnership).action}</LinkButton>
            </>
          )}
        </NextBox>
      );
    }
  }
}

function Waiting({ blocker }: { blocker: Blocker }) {
  const { t } = useLingui();
  const me = useSession().person?.name;
  const day = blocker.due_on ? formatDay(blocker.due_on, "long") : null;
  const words = reasonWords(blocker.said);
  if (blocker.who.party === null) return <NextBox who={t`Nothing to do now`} heading={words} />;
  const isMine = me !== undefined && blocker.who.names.includes(me);
  const who = whoActs(blocker.who, me);
  return (
    <NextBox who={isMine ? <Trans>Next for you</Trans> : <Trans>Waiting for {who}</Trans>} heading={words}>
      {day ? (
        <Trans>By {day}.</Trans>
      ) : isMine ? (
        <Trans>It is answered on the partner’s own page, linked below.</Trans>
      ) : (
        <Trans>Nothing is asked of you now. Everything that is missing is listed below.</Trans>
      )}
    </NextBox>
  );
}
