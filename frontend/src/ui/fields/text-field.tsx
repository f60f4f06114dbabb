/** One line of text. Spread a form's registration into it: `<TextField label="Name" {...register("name")} />`. */
import { clsx } from "clsx";
import type { ComponentProps } from "react";
import { Field, useFieldIds, type FieldText } from "./field";
import styles from "./field.module.css";

export function TextField({
  label,
  hint,
  error,
  optional,
  aside,
  id,
  className,
  ...input
}: FieldText & ComponentProps<"input">) {
  const ids = useFieldIds(input.name, id, { label, hint, error });
  return (
    <Field {...{ label, hint, error, optional, aside }} id={ids.id}>
      <input
        type="text"
        {...input}
        id={ids.id}
        className={clsx(styles.input, className)}
        aria-invalid={error ? true : undefined}
        aria-describedby={ids.describedBy}
      />
    </Field>
  );
}
