/** What happened, newest first: when, and a sentence that says who did what. */
import type { ReactNode } from "react";
import styles from "./timeline.module.css";

export type Entry = {
  key: string;
  /** The exact instant or day, for machines and hover. */
  at: string;
  when: string;
  /** “Dana Fitch uploaded an insurance certificate.” */
  what: ReactNode;
  /** Somebody's own words. */
  quote?: ReactNode;
};

export function Timeline({ entries, label }: { entries: readonly Entry[]; label: string }) {
  return (
    <ol className={styles.timeline} aria-label={label}>
      {entries.map((entry) => (
        <li key={entry.key}>
          <time dateTime={entry.at}>{entry.when}</time>
          <div>
            {entry.what}
            {entry.quote && <q>{entry.quote}</q>}
          </div>
        </li>
      ))}
    </ol>
  );
}
