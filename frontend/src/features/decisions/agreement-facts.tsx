/** What an agreement says, as far as somebody has to know to answer; its whole text opens below. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { AgreementAsked } from "@/api/gen/types.gen";
import { formatDay } from "@/lib/dates";
import { listOf } from "@/lib/lists";
import { SummaryList, type Fact } from "@/ui/data/summary-list";
import type { Decision } from "./api";
import { FullText } from "./full-text";
import styles from "./decisions.module.css";

type Props = { id: string; agreement: AgreementAsked; kind: Decision["kind"] };

export function AgreementFacts({ id, agreement, kind }: Props) {
  const { t } = useLingui();
  const from = formatDay(agreement.starts_on, "long");
  const until = formatDay(agreement.ends_on, "long");
  const where = agreement.is_district_wide ? t`The whole district` : listOf(agreement.schools);
  const facts: Fact[] = [
    { key: "programs", term: t`What`, value: listOf(agreement.programs) },
    ...(kind === "sign_agreement" ? [{ key: "where", term: t`Where`, value: where }] : []),
    { key: "when", term: t`When`, value: t`${from} to ${until}` },
    ...(agreement.schedule ? [{ key: "schedule", term: t`Schedule`, value: agreement.schedule }] : []),
    { key: "money", term: t`Money`, value: agreement.financial_terms ?? t`No cost is named` },
    {
      key: "records",
      term: t`Student records`,
      value: agreement.shares_student_records ? t`Shared, under a separate agreement` : t`Not shared`,
    },
    ...promises("ours", t`The school gives`, agreement.school_promises),
    ...promises("theirs", t`The partner gives`, agreement.partner_promises),
    { key: "number", term: t`Number`, value: agreement.number },
  ];
  return (
    <>
      {agreement.purpose && <p className={styles.purpose}>{agreement.purpose}</p>}
      <SummaryList facts={facts} />
      <FullText id={id} />
      {agreement.sha256 && (
        <p className={styles.fingerprint}>
          <Trans>Fingerprint of the text you sign:</Trans> <code>{agreement.sha256}</code>
        </p>
      )}
    </>
  );
}

function promises(key: string, term: string, told: readonly string[]): Fact[] {
  if (told.length === 0) return [];
  const value = (
    <ul className={styles.promises}>
      {told.map((each) => (
        <li key={each}>{each}</li>
      ))}
    </ul>
  );
  return [{ key, term, value }];
}
