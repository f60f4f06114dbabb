/** One step of the thread: two strokes that come together, what it is and when, and its body. */
import type { ReactNode } from "react";
import { formatDay } from "@/lib/dates";
import { ThreadStrokes, type Stroke } from "./thread-strokes";
import styles from "./thread.module.css";

type Props = {
  name: ReactNode;
  on: string | null | undefined;
  stroke: Stroke;
  /** False when this step is still to come. */
  reached: boolean;
  children: ReactNode;
};

export function ThreadStep({ name, on, stroke, reached, children }: Props) {
  return (
    <li>
      <ThreadStrokes stroke={stroke} reached={reached} />
      <div className={styles.when}>
        <b>{name}</b> {on && formatDay(on)}
      </div>
      <div className={styles.body}>{children}</div>
    </li>
  );
}
