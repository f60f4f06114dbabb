/** Numbers that matter, each with its whole and a link to the list that proves it. */
import type { ReactNode } from "react";
import styles from "./figures.module.css";

export type Figure = { key: string; value: ReactNode; whole?: ReactNode; label: ReactNode; note?: ReactNode };

/** Side by side. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <ul className={styles.row}>
      {figures.map((figure) => (
        <li key={figure.key}>
          <FigureValue value={figure.value} whole={figure.whole} />
          <div className={styles.label}>{figure.label}</div>
          {figure.note && <p>{figure.note}</p>}
        </li>
      ))}
    </ul>
  );
}

/** One below the other, for a side column. */
export function FigureList({ figures }: { figures: readonly Figure[] }) {
  return (
    <ul className={styles.list}>
      {figures.map((figure) => (
        <li key={figure.key}>
          <FigureValue value={figure.value} whole={figure.whole} />
          <div className={styles.label}>{figure.label}</div>
        </li>
      ))}
    </ul>
  );
}

export function FigureValue({ value, whole }: { value: ReactNode; whole?: ReactNode }) {
  return (
    <span className={styles.value}>
      {value}
      {whole && <small> {whole}</small>}
    </span>
  );
}
