/** One shelf of the kit page: a name at the left, samples at the right. */
import type { ReactNode } from "react";
import styles from "./kitchen.module.css";

export function Shelf({ name, children }: { name: string; children: ReactNode }) {
  const id = `shelf-${name.toLowerCase().replace(/[^a-z]+/g, "-")}`;
  return (
    <section className={styles.shelf} aria-labelledby={id}>
      <h2 id={id}>{name}</h2>
      <div>{children}</div>
    </section>
  );
}

export function Sample({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.sample}>
      <p className={styles.label}>{label}</p>
      {children}
    </div>
  );
}
