/** A figure: the finding as its caption, the drawing for the eye, the table for everyone, then where it is from. */
import { useId, type ReactNode } from "react";
import { Source } from "../page/section";
import styles from "./plot.module.css";

type Props = {
  /** A sentence that states what the figure shows, made by a tested function. */
  finding: ReactNode;
  /** What is drawn, with its unit. */
  note?: ReactNode;
  /** The drawing; it is hidden from readers, who have the table. */
  children: ReactNode;
  /** A DataTable, alone or inside a Disclosure. */
  table: ReactNode;
  source?: ReactNode;
};

export function Plot({ finding, note, children, table, source }: Props) {
  const id = useId();
  return (
    <figure className={styles.plot} aria-labelledby={id}>
      <figcaption>
        <span id={id}>{finding}</span>
        {note && <small>{note}</small>}
      </figcaption>
      {children}
      <div className={styles.table}>{table}</div>
      {source && <Source>{source}</Source>}
    </figure>
  );
}

/** Figures of the same kind, as many side by side as there is room for. */
export function Plots({ children }: { children: ReactNode }) {
  return <div className={styles.plots}>{children}</div>;
}
