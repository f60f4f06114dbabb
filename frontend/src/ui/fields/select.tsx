/** One of a short list. The platform's own control: it is best on a phone and with every reader. */
import { clsx } from "clsx";
import type { ComponentProps } from "react";
import { Field, useFieldIds, type FieldText } from "./field";
import styles from "./field.module.css";

export type Option = { value: string; label: string };

type Props = FieldText &
  Omit<ComponentProps<"select">, "children"> & {
    options: readonly Option[];
    /** The first, empty choice: “Choose a school”. */
    empty?: string;
  };

export function Select({
  label,
  hint,
  error,
  optional,
  aside,
  options,
  empty,
  id,
  className,
  ...select
}: Props) {
  const ids = useFieldIds(select.name, id, { label, hint, error });
  return (
    <Field {...{ label, hint, error, optional, aside }} id={ids.id}>
      <select
        {...select}
        id={ids.id}
        className={clsx(styles.input, className)}
        aria-invalid={error ? true : undefined}
        aria-describedby={ids.describedBy}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
