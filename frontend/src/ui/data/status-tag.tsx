/** A status: shape, word and tint together. What is finished loses its tint, so that what is open stands out. */
import { clsx } from "clsx";
import {
  Archive,
  Check,
  CircleCheck,
  CircleMinus,
  Clock,
  type LucideIcon,
  OctagonX,
  Pencil,
  Square,
  TriangleAlert,
  Undo2,
} from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "../icon";
import styles from "./status-tag.module.css";

const looks = {
  draft: [Pencil, "draft"],
  review: [Clock, "review"],
  changes: [Undo2, "warn"],
  good: [CircleCheck, "good"],
  warn: [TriangleAlert, "warn"],
  bad: [OctagonX, "bad"],
  ended: [Square, "ended"],
  archived: [Archive, "ended"],
  none: [CircleMinus, "ended"],
  done: [Check, "plain"],
} as const satisfies Record<string, readonly [LucideIcon, string]>;

export type StatusLook = keyof typeof looks;

export function StatusTag({ look, children }: { look: StatusLook; children: ReactNode }) {
  const [icon, tint] = looks[look];
  return (
    <span className={clsx(styles.tag, styles[tint])}>
      <Icon of={icon} className={styles.icon} />
      {children}
    </span>
  );
}
