/** A Lucide icon at the size of the text beside it; always beside a word, so never spoken. */
import type { LucideIcon } from "lucide-react";
import { clsx } from "clsx";
import styles from "./icon.module.css";

export function Icon({ of: Drawing, className }: { of: LucideIcon; className?: string | undefined }) {
  return <Drawing aria-hidden="true" strokeWidth={2.1} className={clsx(styles.icon, className)} />;
}
