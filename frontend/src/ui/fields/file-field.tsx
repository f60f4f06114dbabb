/** One file from the reader’s own machine. The platform’s own control: it takes a keyboard, a camera and a scanner. */
import { useId } from "react";
import { Field, useFieldIds, type FieldText } from "./field";
import styles from "./field.module.css";

type Props = FieldText & {
  name: string;
  /** Where a form’s summary of errors leads; else one of its own. */
  id?: string | undefined;
  /** Which kinds the chooser offers: “.pdf,.png”. */
  accept: string;
  /** The file is taken at once, so the field is empty again for the next one. */
  isTakenAtOnce?: boolean;
  onChoose: (file: File | null) => void;
};

export function FileField({ name, id, accept, isTakenAtOnce, onChoose, ...text }: Props) {
  const { label, hint, error } = text;
  // a dialog may ask for a file over a page that has such a field already
  const own = useId();
  const ids = useFieldIds(name, id ?? own, { label, hint, error });
  return (
    <Field {...text} id={ids.id}>
      <input
        type="file"
        name={name}
        id={ids.id}
        accept={accept}
        className={styles.file}
        aria-invalid={error ? true : undefined}
        aria-describedby={ids.describedBy}
        onChange={(event) => {
          onChoose(event.target.files?.[0] ?? null);
          if (isTakenAtOnce) event.target.value = "";
        }}
      />
    </Field>
  );
}
