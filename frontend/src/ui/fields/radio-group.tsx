/** One of a few choices, all visible. */
import { useId, type Ref } from "react";
import type { ChangeEventHandler, FocusEventHandler } from "react";
import type { Choice } from "./checkbox";
import { FieldSet, useFieldIds, type FieldText } from "./field";
import styles from "./field.module.css";

type Props = Omit<FieldText, "aside"> & {
  name: string;
  choices: readonly Choice[];
  /** Controlled; leave out and spread a form's registration instead. */
  value?: string;
  defaultValue?: string;
  onChange?: ChangeEventHandler<HTMLInputElement>;
  onBlur?: FocusEventHandler<HTMLInputElement>;
  ref?: Ref<HTMLInputElement>;
};

export function RadioGroup({ name, choices, value, defaultValue, onChange, onBlur, ref, ...text }: Props) {
  const { id } = useFieldIds(name, undefined, text);
  const made = useId();
  return (
    <FieldSet {...text} id={id} role="radiogroup">
      {choices.map((choice) => {
        const own = `${made}${choice.value}`;
        return (
          <div className={styles.choice} key={choice.value}>
            <input
              ref={ref}
              type="radio"
              name={name}
              id={own}
              value={choice.value}
              checked={value === undefined ? undefined : value === choice.value}
              defaultChecked={defaultValue === undefined ? undefined : defaultValue === choice.value}
              onChange={onChange ?? (value === undefined ? undefined : () => undefined)}
              onBlur={onBlur}
              aria-describedby={choice.hint ? `${own}-hint` : undefined}
            />
            <label htmlFor={own}>{choice.label}</label>
            {choice.hint && (
              <p className={styles.choiceHint} id={`${own}-hint`}>
                {choice.hint}
              </p>
            )}
          </div>
        );
      })}
    </FieldSet>
  );
}
