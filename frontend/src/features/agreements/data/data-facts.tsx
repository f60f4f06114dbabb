/** What is said of student records, element by element; what is not said is left out. */
import { Plural, useLingui } from "@lingui/react/macro";
import { SummaryList, type Fact } from "@/ui/data/summary-list";
import type { Agreement } from "../api";
import { basisName, type Terms } from "./words";
import styles from "../agreement.module.css";

export function DataFacts({ terms, agreement }: { terms: Terms; agreement: Agreement }) {
  const { t } = useLingui();
  const said = (term: string, value: string | null): Fact[] =>
    value === null || value === "" ? [] : [{ term, value: <span className={styles.words}>{value}</span> }];
  const facts: Fact[] = [
    ...said(t`What they are for`, agreement.purpose),
    ...said(t`Whose they are`, agreement.populations),
    ...said(t`Shared as`, terms.basis && basisName(terms.basis)),
    ...said(t`Data elements`, terms.data_elements.join("; ")),
    ...said(t`Directory information`, terms.directory_elements.join("; ")),
    ...said(t`The school’s task that the partner does`, terms.institutional_function),
    ...said(t`Direct control`, terms.direct_control),
    ...said(t`Authorized representative`, terms.representative),
    ...said(t`Consent`, terms.consent),
    ...said(t`Families who opted out`, terms.opt_outs),
    ...said(t`Who may see them`, terms.users),
    { term: t`Passed on`, value: terms.may_redisclose ? (terms.redisclosure ?? t`Yes`) : t`To nobody` },
    ...said(t`Security`, terms.security),
    ...said(t`Kept`, terms.retention),
    ...(terms.destruction_days === null
      ? []
      : [
          {
            term: t`Destroyed`,
            value: (
              <Plural
                value={terms.destruction_days}
                one="Within # day of the end"
                other="Within # days of the end"
              />
            ),
          },
        ]),
    ...(terms.breach_hours === null
      ? []
      : [
          {
            term: t`A breach is told`,
            value: <Plural value={terms.breach_hours} one="Within # hour" other="Within # hours" />,
          },
        ]),
    ...said(t`Told to`, terms.breach_contact),
    ...said(t`Parents’ access`, terms.parents_access),
    ...said(t`Framework`, terms.framework),
  ];
  return <SummaryList facts={facts} />;
}
