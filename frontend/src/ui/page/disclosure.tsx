/** More for those who want it; opened by the reader, open in print, found by the browser's own search. */
import type { ReactNode } from "react";
import styles from "./disclosure.module.css";

type Props = { summary: ReactNode; children: ReactNode; open?: boolean };

export function Disclosure({ summary, children, open }: Props) {
  return (
    <details className={styles.disclosure} open={open}>
      <summary>{summary}</summary>
      <div className={styles.body}>{children}</div>
    </details>
  );
}
