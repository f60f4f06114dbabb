/** Notes for a partner, each beside the field that it concerns: a field and a sentence, as many as there are. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@/ui/actions/button";
import { Select } from "@/ui/fields/select";
import { TextArea } from "@/ui/fields/text-area";
import type { Note } from "./api";
import { noteFieldName, noteFields } from "./notes";

/** `id` keeps a note in its place on the screen while others come and go. */
export type Draft = Note & { id: string };

type Props = { notes: readonly Draft[]; onChange: (notes: readonly Draft[]) => void };

export function NoteFields({ notes, onChange }: Props) {
  const { t } = useLingui();
  const change = (place: number, next: Partial<Note>) =>
    onChange(notes.map((note, index) => (index === place ? { ...note, ...next } : note)));
  return (
    <>
      {notes.map((note, place) => (
        <div key={note.id} role="group" aria-label={t`Note ${place + 1}`}>
          <Select
            label={t`Beside`}
            name={`notes-${place}-field`}
            value={note.field}
            options={noteFields.map((field) => ({ value: field, label: noteFieldName(field) }))}
            onChange={(event) => {
              const field = noteFields.find((each) => each === event.target.value);
              if (field) change(place, { field });
            }}
          />
          <TextArea
            label={t`What has to change there`}
            name={`notes-${place}-note`}
            value={note.note}
            onChange={(event) => change(place, { note: event.target.value })}
          />
          <Button kind="quiet" onClick={() => onChange(notes.filter((_, index) => index !== place))}>
            <Trans>Remove this note</Trans>
          </Button>
        </div>
      ))}
      <Button onClick={() => onChange([...notes, { id: crypto.randomUUID(), field: "mission", note: "" }])}>
        <Trans>Add a note beside a field</Trans>
      </Button>
    </>
  );
}
