/**
 * A number with its unit. A text input with a number keypad: nothing typed is dropped or rounded in silence,
 * the form's own check says what is wrong.
 */
import type { ComponentProps, ReactNode } from "react";
import { Field, useFieldIds, type FieldText } from "./field";
import styles from "./field.module.css";

type Props = FieldText &
  Omit<ComponentProps<"input">, "type" | "inputMode"> & {
    /** After the number: “students”, “%”. Said as part of the input's description. */
    unit?: ReactNode;
    whole?: boolean;
  };

export function NumberField({ label, hint, error, optional, aside, unit, whole, id, ...input }: Props) {
  const ids = useFieldIds(input.name, id, { label, hint, error });
  const unitId = unit ? `${ids.id}-unit` : undefined;
  const describedBy = [ids.describedBy, unitId].filter(Boolean).join(" ") || undefined;
  return (
    <Field {...{ label, hint, error, optional, aside }} id={ids.id}>
      <div className={styles.withUnit}>
        <input
          autoComplete="off"
          {...input}
          type="text"
          inputMode={whole ? "numeric" : "decimal"}
          id={ids.id}
          className={styles.input}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy}
        />
        {unit && <span id={unitId}>{unit}</span>}
      </div>
    </Field>
  );
}
