/** The checklist of clauses, where the district keeps one: how far each is, and what each side said. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Section } from "@/ui/page/section";
import type { Agreement } from "../api";
import { capital } from "../who";
import { sideName } from "../words";

type Clause = NonNullable<Agreement["clauses"]>[number];

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
      <ul>
        {agreement.clauses.map((clause) => (
          <li key={clause.code}>
            <strong>{clause.title}</strong>: {states[clause.state]}
            {clause.is_required && <small> {t`Required`}</small>}
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
