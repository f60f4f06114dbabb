/** One step of the thread: two strokes that come together, what it is and when, and its body. */
import { clsx } from "clsx";
import type { ReactNode } from "react";
import { formatDay } from "@/lib/dates";
import styles from "./thread.module.css";

type Props = {
  name: ReactNode;
  on: string | null | undefined;
  /** `first`: the school alone. `joins`: the partner comes alongside. `both`, and `end` where the line ends. */
  stroke: "first" | "joins" | "both" | "end";
  /** False when this step is still to come: the strokes are drawn open. */
  reached: boolean;
  children: ReactNode;
};

export function ThreadStep({ name, on, stroke, reached, children }: Props) {
  return (
    <li>
      <div className={clsx(styles.strokes, !reached && styles.ahead)} aria-hidden="true">
        <i className={clsx(styles.school, stroke === "end" && styles.short)} />
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
        {(stroke === "both" || stroke === "end") && (
          <i className={clsx(styles.partner, stroke === "end" && styles.short)} />
        )}
        {(stroke === "both" || stroke === "end") && (
          <i className={clsx(styles.both, stroke === "end" && reached && styles.end)} />
        )}
      </div>
      <div className={styles.when}>
        <b>{name}</b> {on && formatDay(on)}
      </div>
      <div className={styles.body}>{children}</div>
    </li>
  );
}
