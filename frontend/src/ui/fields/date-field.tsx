/** A day somebody knows, asked as month, day and year. A whole day is `2020-06-12`; anything else stays as typed. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { FieldSet, useFieldIds, type FieldText } from "./field";
import styles from "./field.module.css";

type Props = Omit<FieldText, "aside"> & {
  name: string;
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
};

type Parts = { year: string; month: string; day: string };

function split(value: string): Parts {
  const [year = "", month = "", day = ""] = value.split("-");
  return { year, month: month.replace(/^0/, ""), day: day.replace(/^0/, "") };
}

/** What the form holds: empty, a real day, or the parts as typed, which no check takes for a day. */
export function joinDay({ year, month, day }: Parts): string {
  if (!year && !month && !day) return "";
  const whole = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return /^\d{4}-\d{2}-\d{2}$/.test(whole) ? whole : `${year}-${month}-${day}`;
}

export function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(value);
}

export function DateField({ name, value, onChange, onBlur, ...text }: Props) {
  const { t } = useLingui();
  const { id } = useFieldIds(name, undefined, text);
  const [typed, setTyped] = useState<Parts>(() => split(value));
  const shown = joinDay(typed) === value ? typed : split(value);
  const change = (part: keyof Parts, entered: string) => {
    const next = { ...shown, [part]: entered.trim() };
    setTyped(next);
    onChange(joinDay(next));
  };
  const parts: { part: keyof Parts; label: string; width?: string | undefined; length: number }[] = [
    { part: "month", label: t`Month`, length: 2 },
    { part: "day", label: t`Day`, length: 2 },
    { part: "year", label: t`Year`, width: styles.year, length: 4 },
  ];
  return (
    <FieldSet {...text} id={id}>
      <div className={styles.parts}>
        {parts.map(({ part, label, width, length }) => (
          <div className={styles.part} key={part}>
            <label htmlFor={`${id}-${part}`}>{label}</label>
            <input
              id={`${id}-${part}`}
              className={[styles.input, width].filter(Boolean).join(" ")}
              inputMode="numeric"
              autoComplete="off"
              maxLength={length}
              value={shown[part]}
              aria-invalid={text.error ? true : undefined}
              onChange={(event) => change(part, event.target.value)}
              onBlur={onBlur}
            />
          </div>
        ))}
      </div>
    </FieldSet>
  );
}
