/** What one column stands for: a field of ours by its record, or left out. */
import { useLingui } from "@lingui/react/macro";
import { useId } from "react";
import { VisuallyHidden } from "@/ui/visually-hidden";
import { groupWords, partWords } from "./words";
import styles from "./field-choice.module.css";

type Props = {
  label: string;
  fields: readonly string[];
  value: string;
  onChoose: (field: string | null) => void;
};

export function FieldChoice({ label, fields, value, onChoose }: Props) {
  const { t, i18n } = useLingui();
  const id = useId();
  const groups = [...new Set(fields.map((field) => field.split(".")[0] ?? ""))];
  const said = (words: (typeof groupWords)[string] | undefined, plain: string) =>
    words ? i18n._(words) : plain;
  return (
    <>
      <VisuallyHidden>
        <label htmlFor={id}>{label}</label>
      </VisuallyHidden>
      <select
        id={id}
        className={styles.choice}
        value={value}
        onChange={({ target }) => onChoose(target.value === "" ? null : target.value)}
      >
        <option value="">{t`Leave this column out`}</option>
        {groups.map((group) => (
          <optgroup key={group} label={said(groupWords[group], group)}>
            {fields
              .filter((field) => field.startsWith(`${group}.`))
              .map((field) => {
                const part = field.slice(group.length + 1);
                const name = said(partWords[field] ?? partWords[part], part);
                return (
                  <option key={field} value={field}>
                    {`${said(groupWords[group], group)}: ${name}`}
                  </option>
                );
              })}
          </optgroup>
        ))}
      </select>
    </>
  );
}
