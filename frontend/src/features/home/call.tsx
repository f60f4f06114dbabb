/** Whom to call, with the number to press; a person without a number is still named, and nobody is said as unknown. */
import { Trans } from "@lingui/react/macro";
import type { PersonToCall } from "@/api/gen/types.gen";
import { formatPhone } from "@/lib/phone";
import styles from "./call.module.css";

export function Call({ person, inline }: { person: PersonToCall | null; inline?: boolean }) {
  if (!person) return inline ? null : <Trans>Whom to call is not known</Trans>;
  if (!person.phone) return <span>{person.name}</span>;
  const phone = formatPhone(person.phone);
  const address = `tel:${person.phone.replace(/[^\d+]/g, "")}`;
  return inline ? (
    <a href={address} className={styles.words}>
      <Trans>
        Call {person.name}, <span className={styles.number}>{phone}</span>
      </Trans>
    </a>
  ) : (
    <span>
      {person.name} <a href={address}>{phone}</a>
    </span>
  );
}
