/** The two strokes beside a step of the thread: the school, and the partner that comes alongside. */
import { clsx } from "clsx";
import styles from "./thread-strokes.module.css";

/** `first`: the school alone. `joins`: the partner comes alongside. `both`, and `end` where the line ends. */
export type Stroke = "first" | "joins" | "both" | "end";

/** A step that is still to come is drawn open. */
export function ThreadStrokes({ stroke, reached }: { stroke: Stroke; reached: boolean }) {
  const isEnd = stroke === "end";
  const isBoth = stroke === "both" || isEnd;
  return (
    <div className={clsx(styles.strokes, !reached && styles.ahead)} aria-hidden="true">
      <i className={clsx(styles.school, stroke === "first" && styles.start, isEnd && styles.short)} />
      {stroke === "first" && <i className={styles.from} />}
      {stroke === "joins" && (
        <>
          <svg className={styles.curve} viewBox="0 0 44 40" preserveAspectRatio="none">
            <path vectorEffect="non-scaling-stroke" d="M42 1.75C18 1.75 1.75 14 1.75 40" />
          </svg>
          <i className={clsx(styles.partner, styles.late)} />
          <i className={styles.comes} />
        </>
      )}
      {isBoth && (
        <>
          <i className={clsx(styles.partner, isEnd && styles.short)} />
          <i className={clsx(styles.both, isEnd && reached && styles.end)} />
        </>
      )}
    </div>
  );
}
