/** Whose turn it is when it is not the reader's; and, once both spoke, what can follow. */
import { Trans, useLingui } from "@lingui/react/macro";
import { formatDay } from "@/lib/dates";
import { ButtonLink } from "@/ui/actions/link";
import { NextBox } from "@/ui/page/next-box";
import type { Revisit, Revisits } from "./api";
import { anyOf } from "./words";

export function Waiting({ revisits, revisit }: { revisits: Revisits; revisit: Revisit }) {
  const { t } = useLingui();
  const due = formatDay(revisit.due_on, "long");
  const waiting = revisit.schools.flatMap(({ who }) => who);
  if (waiting.length > 0) {
    const names = [...new Set(waiting.flatMap((each) => each.names))];
    const who = names.length > 3 ? t`the people named below` : anyOf(names);
    return (
      <NextBox who={t`Nothing is asked of you now`} heading={<Trans>Waiting for {who}</Trans>}>
        {revisit.state === "overdue" ? (
          <Trans>It was due by {due}. Nobody is kept out meanwhile.</Trans>
        ) : (
          <Trans>By {due}.</Trans>
        )}
      </NextBox>
    );
  }
  if (revisit.state === "ahead") return null;
  const isRevised = revisit.schools.some(({ outcome }) => outcome === "revised");
  const isEnding = revisit.schools.some(({ outcome }) => outcome === "end");
  if (!isRevised && !isEnding) return null;
  return (
    <NextBox
      who={t`Both sides have spoken`}
      heading={isRevised ? t`Write the changes into an amendment` : t`It is not renewed`}
      action={
        <ButtonLink to="/agreements/$agreementId" params={{ agreementId: revisits.id }}>
          <Trans>Open the agreement</Trans>
        </ButtonLink>
      }
    >
      {isRevised ? (
        <Trans>
          What is signed stays in force. The draft of the amendment begins with what was said here.
        </Trans>
      ) : (
        <Trans>It runs to its last day. Ending it earlier is a step on the agreement’s page.</Trans>
      )}
    </NextBox>
  );
}
