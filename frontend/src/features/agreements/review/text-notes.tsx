/** What reviewers wrote beside one section of the text that is read here. */
import { Trans } from "@lingui/react/macro";
import type { Agreement } from "../api";
import { reviewName } from "../words";
import { sectionOf } from "./words";
import styles from "./text-notes.module.css";

type Props = { reviews: Agreement["reviews"]; heading: string; isFirst: boolean };

/** Of what each side will do there are several headings; a note on it stands beside the first. */
export function TextNotes({ reviews, heading, isFirst }: Props) {
  const section = sectionOf(heading);
  const notes = reviews
    .filter((review) => review.is_current)
    .flatMap((review) =>
      review.notes
        .filter((note) => note.section === section)
        .map(({ text }) => ({
          id: review.id,
          text,
          who: review.reviewer.name,
          step: reviewName(review.step),
        })),
    );
  if (notes.length === 0 || (section === "promises" && !isFirst)) return null;
  return (
    <aside className={styles.notes} data-print="no">
      {notes.map((note) => (
        <p key={note.id}>
          <strong>
            <Trans>
              {note.who}, {note.step}:
            </Trans>
          </strong>{" "}
          {note.text}
        </p>
      ))}
    </aside>
  );
}
