/** Parts of one record, each with its own address: tabs are links, so they can be shared, opened and gone back to. */
import type { ReactNode } from "react";
import styles from "./tabs.module.css";

/** Children are the router's links; the current one carries `aria-current`. */
export function Tabs({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav aria-label={label} className={styles.tabs}>
      {children}
    </nav>
  );
}
