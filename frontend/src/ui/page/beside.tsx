/** The body of a record: what has to happen first, what one looks up beside it, and the rest below. */
import type { ReactNode } from "react";
import styles from "./beside.module.css";

type Props = {
  /** May show nothing: the aside then starts at the top. */
  first: ReactNode;
  aside: ReactNode;
  asideLabel: string;
  children: ReactNode;
};

export function Beside({ first, aside, asideLabel, children }: Props) {
  return (
    <div className={styles.beside}>
      <div className={styles.first}>{first}</div>
      <aside className={styles.aside} aria-label={asideLabel}>
        {aside}
      </aside>
      <div className={styles.rest}>{children}</div>
    </div>
  );
}
