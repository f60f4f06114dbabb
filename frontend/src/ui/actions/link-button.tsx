/** A button that reads as a link, for a small act inside a sentence or beside a label. */
import { clsx } from "clsx";
import type { ComponentProps } from "react";
import styles from "./link-button.module.css";

export function LinkButton({ className, ...rest }: ComponentProps<"button">) {
  return <button type="button" {...rest} className={clsx(styles.link, className)} />;
}
