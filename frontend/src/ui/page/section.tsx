/** A part of a page: a rule, a heading, and at most one link at the right that leads to all of it. */
import { clsx } from "clsx";
import { useId, type ReactNode } from "react";
import { VisuallyHidden } from "../visually-hidden";
import styles from "./section.module.css";

type Props = {
  heading: ReactNode;
  /** Only for a reader: the content says the same to the eye. */
  headingHidden?: boolean;
  link?: ReactNode;
  /** A sentence that changes how to read what follows. */
  note?: ReactNode;
  /** In a side column headings are smaller. */
  side?: boolean;
  id?: string;
  children: ReactNode;
};

export function Section({ heading, headingHidden, link, note, side, id, children }: Props) {
  const made = useId();
  const headingId = id ?? made;
  return (
    <section className={styles.section} aria-labelledby={headingId}>
      <div className={clsx(headingHidden ? undefined : styles.head)}>
        {headingHidden ? (
          <h2 id={headingId} className={styles.quietHeading}>
            <VisuallyHidden>{heading}</VisuallyHidden>
          </h2>
        ) : (
          <h2 id={headingId} className={clsx(side && styles.side)} tabIndex={id ? -1 : undefined}>
            {heading}
          </h2>
        )}
        {link && <div className={styles.link}>{link}</div>}
      </div>
      {note && <p className={styles.note}>{note}</p>}
      {children}
    </section>
  );
}

/** Where a figure comes from and when it was true. */
export function Source({ children }: { children: ReactNode }) {
  return <p className={styles.source}>{children}</p>;
}

/** What is looked at during the day stands in the right column; on smaller screens it follows. */
export function Columns({ children, aside }: { children: ReactNode; aside: ReactNode }) {
  return (
    <div className={styles.columns}>
      <div>{children}</div>
      <aside>{aside}</aside>
    </div>
  );
}

/** Two things of the same weight. */
export function Halves({ children }: { children: ReactNode }) {
  return <div className={styles.halves}>{children}</div>;
}
