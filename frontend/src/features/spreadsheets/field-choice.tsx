/** What one column stands for: a field of ours by its record, or left out. */
import { Trans, useLingui } from "@lingui/react/macro";
import { VisuallyHidden } from "@/ui/visually-hidden";
import { groupWords, partWords } from "./words";
import styles from "./field-choice.module.css";

type Props = {
  id: string;
  label: string;
  /** Proposed from something like its name, or from its values. */
  isGuess: boolean;
  /** Another column stands for the same. */
  isTwice: boolean;
  fields: readonly string[];
  value: string;
  onChoose: (field: string | null) => void;
};

export function FieldChoice({ id, label, isGuess, isTwice, fields, value, onChoose }: Props) {
  const { t, i18n } = useLingui();
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
        aria-describedby={isTwice || (isGuess && value) ? `${id}-note` : undefined}
        aria-invalid={isTwice || undefined}
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
      {isTwice ? (
        <small id={`${id}-note`} className={styles.wrong}>
          <Trans>Another column stands for this already.</Trans>
        </small>
      ) : (
        isGuess &&
        value && (
          <small id={`${id}-note`} className={styles.guess}>
            <Trans>A guess: look whether it is right.</Trans>
          </small>
        )
      )}
    </>
  );
}
