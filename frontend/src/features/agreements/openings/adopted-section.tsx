/** On the page of an agreement that adopts another district's terms: whose, which text, how it stands there by now. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { AdoptedFrom } from "@/api/gen/types.gen";
import { formatDay } from "@/lib/dates";
import { listOf } from "@/lib/lists";
import { StatusTag } from "@/ui/data/status-tag";
import { SummaryList } from "@/ui/data/summary-list";
import { Notice } from "@/ui/feedback/notice";
import { Section } from "@/ui/page/section";
import { originState, termName } from "./words";
import styles from "./openings.module.css";

export function AdoptedSection({ from, isSigned }: { from: AdoptedFrom; isSigned: boolean }) {
  const { t } = useLingui();
  const { look, words } = originState(from.state);
  const there = from.district;
  const over = from.over_on ? formatDay(from.over_on, "long") : null;
  return (
    <Section
      heading={t`Adopted from ${there}`}
      note={
        <Trans>
          The same terms, in an agreement of our own. What happens to the other one is told here and changes
          nothing in this one.
        </Trans>
      }
    >
      {from.state !== "open" && !(isSigned && from.state === "closed") && (
        <div className={styles.notice}>
          <Notice kind="warn" title={words}>
            {isSigned ? (
              <Trans>What was signed here holds as it was signed.</Trans>
            ) : (
              <Trans>This one is not sent for review or signature meanwhile.</Trans>
            )}
          </Notice>
        </div>
      )}
      <SummaryList
        facts={[
          { term: t`Agreement`, value: `${from.title}, ${from.number}` },
          { term: t`How it stands there`, value: <StatusTag look={look}>{words}</StatusTag> },
          { term: t`Runs there through`, value: over ?? formatDay(from.ends_on, "long") },
          { term: t`The clause`, value: <q>{from.clause}</q> },
          {
            term: t`Says otherwise`,
            value: from.changed.length === 0 ? t`Nothing` : listOf(from.changed.map(termName)),
          },
          ...(from.is_without_legal
            ? [{ term: t`Legal review`, value: t`Not needed: the terms are unchanged` }]
            : []),
          { term: t`Fingerprint (SHA-256)`, value: <span className={styles.hash}>{from.text_sha256}</span> },
          {
            term: t`Adopted`,
            value: from.adopted_by
              ? t`${formatDay(from.adopted_on, "long")}, ${from.adopted_by.name}`
              : formatDay(from.adopted_on, "long"),
          },
        ]}
      />
    </Section>
  );
}
