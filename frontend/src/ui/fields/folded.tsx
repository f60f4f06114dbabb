/** Fields that few need, behind a line that says what they hold; it opens by itself when one of them is refused. */
import { ChevronDown } from "lucide-react";
import { useEffect, useRef, type ReactNode } from "react";
import { Icon } from "../icon";
import styles from "./folded.module.css";

type Props = {
  label: ReactNode;
  /** What the fields hold, in a sentence; it stays while they are open. */
  said: ReactNode;
  /** Whether anything in them is refused. */
  isBad: boolean;
  /** Changes with every refused attempt, so that what was closed again opens again. */
  attempt: number;
  children: ReactNode;
};

export function Folded({ label, said, isBad, attempt, children }: Props) {
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    // the browser holds whether it is open, so that its own search may open it too
    if (attempt > 0 && isBad && box.current) box.current.open = true;
  }, [isBad, attempt]);
  return (
    <details className={styles.folded} ref={box}>
      <summary>
        <span className={styles.label}>{label}</span>
        <span className={styles.said}>{said}</span>
        <span className={styles.mark}>
          <Icon of={ChevronDown} />
        </span>
      </summary>
      <div className={styles.body}>{children}</div>
    </details>
  );
}
