/** Two strokes and the name: the straight one is the school, the curved one the partner that comes alongside. */
import { clsx } from "clsx";
import styles from "./wordmark.module.css";

export function Wordmark({ large }: { large?: boolean }) {
  return (
    <span className={clsx(styles.wordmark, large && styles.large)}>
      <svg className={styles.mark} viewBox="0 0 18 24" aria-hidden="true">
        <path className={styles.school} d="M2.5 22V2" />
        <path className={styles.partner} d="M16 22C16 16.5 9.5 16 9.5 10V2" />
      </svg>
      Alongside
    </span>
  );
}
