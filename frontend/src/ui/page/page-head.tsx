/** What is this page: trail, kind and status, a heading that is the finding, a lead, an as-of line, one button. */
import type { ReactNode } from "react";
import { headingArrived } from "@/lib/heading-focus";
import styles from "./page-head.module.css";

type Props = {
  /** For the window's title, most particular first: `Reading on grade level – Targets – Alongside`. */
  title: string | readonly string[];
  /** The finding, or a greeting, or a name. */
  heading: ReactNode;
  trail?: ReactNode;
  /** One small line: what kind of thing it is, and its status tag. */
  kind?: ReactNode;
  lead?: ReactNode;
  /** Where and when it is true. */
  asOf?: ReactNode;
  /** At most one button. */
  action?: ReactNode;
};

export function PageHead({ title, heading, trail, kind, lead, asOf, action }: Props) {
  const words = typeof title === "string" ? [title] : title;
  return (
    <>
      <title>{[...words, "Alongside"].join(" – ")}</title>
      {trail}
      <div className={styles.head}>
        <div className={styles.main}>
          {kind && <div className={styles.kind}>{kind}</div>}
          <h1 tabIndex={-1} ref={headingArrived}>
            {heading}
          </h1>
          {lead && <p className={styles.lead}>{lead}</p>}
          {asOf && <div className={styles.asOf}>{asOf}</div>}
        </div>
        {action && <div className={styles.action}>{action}</div>}
      </div>
    </>
  );
}
