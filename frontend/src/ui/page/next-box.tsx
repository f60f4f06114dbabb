/**
 * The one thing to do now: for whom, a verb, what it does and does not do, one button. At most one on a page.
 * When it is somebody else's turn it names that person and has no button.
 */
import { useId, type ReactNode } from "react";
import styles from "./next-box.module.css";

type Props = {
  /** “Next for you, Ms. Okafor” */
  who: ReactNode;
  heading: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
};

export function NextBox({ who, heading, children, action }: Props) {
  const id = useId();
  return (
    <section className={styles.next} aria-labelledby={id}>
      <div>
        <p className={styles.who}>{who}</p>
        <h2 id={id} className={styles.heading}>
          {heading}
        </h2>
        {children && <p className={styles.words}>{children}</p>}
      </div>
      {action && <div className={styles.action}>{action}</div>}
    </section>
  );
}
