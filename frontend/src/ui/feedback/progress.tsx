/** How far something is that takes a while. Without a total it only says that it goes on. */
import type { ReactNode } from "react";
import styles from "./progress.module.css";

type Props = { label: string; value?: number; max?: number; children: ReactNode };

export function Progress({ label, value, max, children }: Props) {
  return (
    <div className={styles.progress}>
      <progress aria-label={label} value={max ? value : undefined} max={max || undefined} />
      <p>{children}</p>
    </div>
  );
}
