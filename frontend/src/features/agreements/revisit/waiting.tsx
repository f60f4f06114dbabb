/** Whose turn it is when it is not the reader's; and, once both spoke, what can follow. */
import { Trans, useLingui } from "@lingui/react/macro";
import { formatDay } from "@/lib/dates";
import { ButtonLink } from "@/ui/actions/link";
import { NextBox } from "@/ui/page/next-box";
import { AmendBox } from "./amend-box";
import type { Revisit, Revisits } from "./api";
import { anyOf, endingWords } from "./words";

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
  if (revisit.schools.some(({ outcome }) => outcome === "revised"))
    return <AmendBox revisits={revisits} revisit={revisit} />;
  const ending = endingWords(revisit);
  if (ending === null) return null;
  return (
    <NextBox
      who={t`Both sides have spoken`}
      heading={ending.heading}
      action={
        <ButtonLink to="/agreements/$agreementId" params={{ agreementId: revisits.id }}>
          <Trans>Open the agreement</Trans>
        </ButtonLink>
      }
    >
      {ending.effect}
    </NextBox>
  );
}
