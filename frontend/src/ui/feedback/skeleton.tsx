/** The shape of what is coming, shown only when it takes longer than a blink; said once to a reader. */
import { useEffect, useState, type ReactNode } from "react";
import { VisuallyHidden } from "../visually-hidden";
import styles from "./skeleton.module.css";

type Props = {
  /** “Loading partners” */
  label: string;
  /** The shape: a page with its heading, rows of a list, or lines of text. */
  shape?: "page" | "rows" | "lines";
  count?: number;
  /** Milliseconds before anything shows. */
  after?: number;
};

export function Skeleton({ label, shape = "rows", count = 6, after = 200 }: Props) {
  const [shown, setShown] = useState(after === 0);
  useEffect(() => {
    if (after === 0) return;
    const timer = setTimeout(() => setShown(true), after);
    return () => clearTimeout(timer);
  }, [after]);
  return (
    <div role="status" aria-busy="true" className={styles.skeleton} data-shown={shown || undefined}>
      <VisuallyHidden>{label}</VisuallyHidden>
      {shown && <Shape shape={shape} count={count} />}
    </div>
  );
}

function Shape({ shape, count }: { shape: NonNullable<Props["shape"]>; count: number }): ReactNode {
  const rows = Array.from({ length: count }, (_, index) => (
    <div key={index} className={shape === "lines" ? styles.line : styles.row}>
      <span className={styles.bar} />
      {shape !== "lines" && <span className={styles.bar} />}
    </div>
  ));
  if (shape !== "page") return rows;
  return (
    <>
      <div className={styles.head}>
        <span className={styles.bar} />
        <span className={styles.bar} />
        <span className={styles.bar} />
      </div>
      {rows}
    </>
  );
}
