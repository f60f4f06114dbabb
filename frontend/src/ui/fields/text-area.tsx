/** Several lines of text. */
import { clsx } from "clsx";
import type { ComponentProps } from "react";
import { Field, useFieldIds, type FieldText } from "./field";
import styles from "./field.module.css";

export function TextArea({
  label,
  hint,
  error,
  optional,
  aside,
  id,
  className,
  ...input
}: FieldText & ComponentProps<"textarea">) {
  const ids = useFieldIds(input.name, id, { label, hint, error });
  return (
    <Field {...{ label, hint, error, optional, aside }} id={ids.id}>
      <textarea
        rows={4}
        {...input}
        id={ids.id}
        className={clsx(styles.input, className)}
        aria-invalid={error ? true : undefined}
        aria-describedby={ids.describedBy}
      />
    </Field>
  );
}
