/** The checklist of clauses, where the district keeps one: how far each is, and what each side said. */
import { Trans, useLingui } from "@lingui/react/macro";
import { StatusTag, type StatusLook } from "@/ui/data/status-tag";
import { Section } from "@/ui/page/section";
import type { Agreement } from "../api";
import { capital } from "../who";
import { sideName } from "../words";
import styles from "../agreement.module.css";

type Clause = NonNullable<Agreement["clauses"]>[number];

const looks: Record<Clause["state"], StatusLook> = {
  not_yet_addressed: "none",
  under_discussion: "review",
  finalized: "done",
};

export function ClausesSection({ agreement }: { agreement: Agreement }) {
  const { t } = useLingui();
  if (!agreement.clauses || agreement.clauses.length === 0) return null;
  const states: Record<Clause["state"], string> = {
    not_yet_addressed: t`Not yet addressed`,
    under_discussion: t`Under discussion`,
    finalized: t`Finalized`,
  };
  return (
    <Section
      heading={t`Checklist of clauses`}
      note={<Trans>Required clauses are finalized before the agreement is sent for signature.</Trans>}
    >
      <ul className={styles.schools}>
        {agreement.clauses.map((clause) => (
          <li key={clause.code}>
            <h3>{clause.title}</h3>
            <p>{clause.is_required ? t`Required` : t`Not required`}</p>
            <div className={styles.word}>
              <StatusTag look={looks[clause.state]}>{states[clause.state]}</StatusTag>
            </div>
            {clause.words.map((word) => (
              <p key={word.said_at}>
                {capital(sideName(word.side))}: {states[word.state]}
                {word.note && `. ${word.note}`}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </Section>
  );
}
