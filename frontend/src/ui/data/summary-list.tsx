/** Facts about one thing: a word, its value, and at most one act. */
import type { ReactNode } from "react";
import styles from "./summary-list.module.css";

export type Fact = { term: ReactNode; value: ReactNode; action?: ReactNode; key?: string };

export function SummaryList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={styles.list}>
      {facts.map((fact, index) => (
        <div key={fact.key ?? index}>
          <dt>{fact.term}</dt>
          <dd>{fact.value}</dd>
          {fact.action && <dd className={styles.action}>{fact.action}</dd>}
        </div>
      ))}
    </dl>
  );
}
