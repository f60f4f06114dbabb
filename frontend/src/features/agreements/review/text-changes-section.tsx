/** What was changed in the text since reviewers read it, section by section, with what stayed around it. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { getAgreementTextChangesOptions } from "@/api/gen/@tanstack/react-query.gen";
import type { TextChanges } from "@/api/gen/types.gen";
import { useSession } from "@/features/auth";
import { dayOf, formatDay } from "@/lib/dates";
import { Section } from "@/ui/page/section";
import { VisuallyHidden } from "@/ui/visually-hidden";
import { sectionName } from "./words";
import styles from "./review.module.css";

export function TextChangesSection({ agreementId }: { agreementId: string }) {
  const { t } = useLingui();
  const me = useSession();
  const found = useQuery(getAgreementTextChangesOptions({ path: { agreement_id: agreementId } })).data;
  if (!found?.read_at) return null;
  const day = formatDay(dayOf(found.read_at, me.tenant.time_zone), "long");
  return (
    <Section
      heading={found.is_handed_in ? t`What was changed for this review` : t`What was changed so far`}
      note={<Trans>Compared with the text that was sent for review on {day}.</Trans>}
    >
      {found.sections.length === 0 ? (
        <p>{found.is_handed_in ? <Trans>Nothing: it says the same.</Trans> : <Trans>Nothing yet.</Trans>}</p>
      ) : (
        found.sections.map((section) => <Changed key={section.heading} section={section} />)
      )}
    </Section>
  );
}

function Changed({ section }: { section: TextChanges["sections"][number] }) {
  const isPromise = section.key === "promises";
  return (
    <div className={styles.changed}>
      <h3>{isPromise ? section.heading : sectionName(section.key)}</h3>
      <ul>
        {section.lines.map((line) => (
          <li key={`${line.change} ${line.text}`} className={styles[line.change]}>
            <Line line={line} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Line({ line }: { line: TextChanges["sections"][number]["lines"][number] }) {
  const { t } = useLingui();
  if (line.change === "kept") return line.text;
  return line.change === "added" ? (
    <ins>
      <span aria-hidden="true" className={styles.mark}>
        +
      </span>
      <VisuallyHidden>{t`Added:`} </VisuallyHidden>
      {line.text}
    </ins>
  ) : (
    <del>
      <span aria-hidden="true" className={styles.mark}>
        −
      </span>
      <VisuallyHidden>{t`Taken out:`} </VisuallyHidden>
      {line.text}
    </del>
  );
}
