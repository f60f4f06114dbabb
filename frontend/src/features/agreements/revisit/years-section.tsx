/** The agreement's other revisits, one line for each year. */
import { useLingui } from "@lingui/react/macro";
import { Section } from "@/ui/page/section";
import type { Revisit, Revisits } from "./api";
import { yearLine } from "./words";
import styles from "./revisit.module.css";

export function YearsSection({ revisits, shown }: { revisits: Revisits; shown: Revisit | undefined }) {
  const { t } = useLingui();
  const others = revisits.items.filter(({ id }) => id !== shown?.id);
  if (others.length === 0) return null;
  return (
    <Section heading={t`Other years`}>
      <ul className={styles.years}>
        {others.map((each) => (
          <li key={each.id}>{yearLine(each)}</li>
        ))}
      </ul>
    </Section>
  );
}
