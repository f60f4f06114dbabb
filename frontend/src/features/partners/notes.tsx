/** What the office asked to have changed, beside what it concerns. */
import { Trans } from "@lingui/react/macro";
import type { NoteRead, PartnerRead } from "@/api/gen/types.gen";
import { formatDay } from "@/lib/dates";
import { fieldName } from "./facts-words";
import { t } from "@lingui/core/macro";
import styles from "./notes.module.css";

type NoteField = NoteRead["field"];

export const noteFields: readonly NoteField[] = [
  "mission",
  "name",
  "legal_name",
  "ein",
  "org_type",
  "website",
  "phone",
  "email",
  "address",
  "languages",
  "funding_status",
  "charges_fee",
  "contacts",
  "programs",
  "capacity",
  "papers",
];

export function noteFieldName(field: NoteField): string {
  switch (field) {
    case "contacts":
      return t`People to call`;
    case "programs":
      return t`Programs`;
    case "capacity":
      return t`Students per program`;
    case "papers":
      return t`Papers`;
    default:
      return fieldName(field);
  }
}

/** The notes beside one field; answered ones stay, quietly, until the next round. */
export function NotesBeside({ partner, fields }: { partner: PartnerRead; fields: readonly string[] }) {
  const notes = partner.notes.filter(({ field }) => fields.includes(field));
  if (notes.length === 0) return null;
  return (
    <ul className={styles.notes}>
      {notes.map((note) => (
        <li key={note.id} className={note.closed_on ? styles.closed : styles.open}>
          <strong>
            {note.closed_on ? (
              <Trans>Asked for on {formatDay(note.asked_on)}, answered:</Trans>
            ) : (
              <Trans>The district office asks:</Trans>
            )}
          </strong>{" "}
          {note.note}
        </li>
      ))}
    </ul>
  );
}
