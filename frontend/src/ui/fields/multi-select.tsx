/** Several of a long list: found by typing, shown below as a list of what is chosen, each with its own Remove. */
import { useLingui } from "@lingui/react/macro";
import { clsx } from "clsx";
import { X } from "lucide-react";
import { useRef } from "react";
import { ComboBox as AriaComboBox } from "react-aria-components/ComboBox";
import { announce } from "@/lib/announcer";
import { AriaLanguage } from "../aria-language";
import { Icon } from "../icon";
import { ComboBody, type ComboItem } from "./combo-box";
import type { FieldText } from "./field";
import fieldStyles from "./field.module.css";
import styles from "./combo-box.module.css";

type Props = Omit<FieldText, "aside"> & {
  name: string;
  items: readonly ComboItem[];
  value: readonly string[];
  onChange: (ids: string[]) => void;
  onBlur?: () => void;
};

export function MultiSelect({ name, items, value, onChange, onBlur, ...text }: Props) {
  const { t } = useLingui();
  const list = useRef<HTMLUListElement>(null);
  const chosen = value.flatMap((id) => items.find((item) => item.id === id) ?? []);
  const remove = (gone: ComboItem, index: number) => {
    const label = gone.label;
    onChange(value.filter((id) => id !== gone.id));
    announce(t`${label} removed`);
    // The pressed button is about to disappear: the next one takes the focus, or the input when none is left.
    const buttons = list.current?.querySelectorAll("button");
    const next = buttons?.[index + 1] ?? buttons?.[index - 1] ?? document.getElementById(name);
    next?.focus();
  };
  return (
    <AriaLanguage>
      <div className={clsx(fieldStyles.field, text.error && fieldStyles.bad)}>
        <AriaComboBox<ComboItem, "multiple">
          selectionMode="multiple"
          defaultItems={items}
          value={value}
          onChange={(keys) => onChange(keys.map(String))}
          onBlur={onBlur}
          id={name}
          allowsEmptyCollection
          isInvalid={Boolean(text.error)}
          validationBehavior="aria"
        >
          <ComboBody {...text} />
        </AriaComboBox>
        {chosen.length > 0 && (
          <ul className={styles.chosen} ref={list} aria-label={t`Chosen`}>
            {chosen.map((item, index) => (
              <li key={item.id}>
                <button
                  type="button"
                  onClick={() => remove(item, index)}
                  aria-label={t`Remove ${item.label}`}
                >
                  {item.label}
                  <Icon of={X} />
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </AriaLanguage>
  );
}
