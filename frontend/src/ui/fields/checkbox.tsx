/** Boxes to tick: one alone, or several that answer one question. */
import { useId, type ComponentProps, type ReactNode } from "react";
import { FieldSet, useFieldIds, type FieldText } from "./field";
import styles from "./field.module.css";

type CheckboxProps = Omit<ComponentProps<"input">, "type"> & { label: ReactNode; hint?: ReactNode };

export function Checkbox({ label, hint, id, ...input }: CheckboxProps) {
  const made = useId();
  const own = id ?? made;
  return (
    <div className={styles.choice}>
      <input {...input} type="checkbox" id={own} aria-describedby={hint ? `${own}-hint` : undefined} />
      <label htmlFor={own}>{label}</label>
      {hint && (
        <p className={styles.choiceHint} id={`${own}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

export type Choice = { value: string; label: ReactNode; hint?: ReactNode };

type GroupProps = Omit<FieldText, "aside"> & {
  name: string;
  choices: readonly Choice[];
  value: readonly string[];
  onChange: (value: string[]) => void;
};

export function CheckboxGroup({ name, choices, value, onChange, ...text }: GroupProps) {
  const { id } = useFieldIds(name, undefined, text);
  const toggle = (choice: string, on: boolean) =>
    onChange(choices.map((c) => c.value).filter((c) => (c === choice ? on : value.includes(c))));
  return (
    <FieldSet {...text} id={id}>
      {choices.map((choice) => (
        <Checkbox
          key={choice.value}
          name={name}
          label={choice.label}
          hint={choice.hint}
          value={choice.value}
          checked={value.includes(choice.value)}
          onChange={(event) => toggle(choice.value, event.target.checked)}
        />
      ))}
    </FieldSet>
  );
}
