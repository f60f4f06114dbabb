/** People and organizations with a number to call: the name first, the number where the thumb is. */
import { clsx } from "clsx";
import type { ReactNode } from "react";
import styles from "./contact-list.module.css";

export type Contact = {
  key: string;
  name: ReactNode;
  about?: ReactNode;
  phone?: string | null;
  aside?: ReactNode;
};

export function ContactList({ contacts, columns = 1 }: { contacts: readonly Contact[]; columns?: 1 | 2 }) {
  return (
    <ul className={clsx(styles.list, columns === 2 && styles.two)}>
      {contacts.map((contact) => (
        <li key={contact.key}>
          <h3>{contact.name}</h3>
          {contact.phone && (
            <a className={styles.phone} href={`tel:${contact.phone.replace(/[^\d+]/g, "")}`}>
              {contact.phone}
            </a>
          )}
          {contact.aside && <div className={styles.phone}>{contact.aside}</div>}
          {contact.about && <p>{contact.about}</p>}
        </li>
      ))}
    </ul>
  );
}
