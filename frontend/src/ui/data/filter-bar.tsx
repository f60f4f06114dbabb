/** What narrows a list. Every choice lives in the address; what is chosen can be cleared in one act. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Search } from "lucide-react";
import { useEffect, useId, useRef, useState, type ReactNode } from "react";
import { Button } from "../actions/button";
import { Icon } from "../icon";
import styles from "./filter-bar.module.css";

type Props = {
  /** What the list holds, for the region's name: “Schools”. */
  label: string;
  children: ReactNode;
  /** Present when something is chosen. */
  onClear?: (() => void) | undefined;
};

export function FilterBar({ label, children, onClear }: Props) {
  const { t } = useLingui();
  return (
    <search aria-label={t`Filter: ${label}`} className={styles.bar}>
      {children}
      {onClear && (
        <Button kind="quiet" onClick={onClear}>
          <Trans>Clear filters</Trans>
        </Button>
      )}
    </search>
  );
}

/** Words to look for; told after a pause in typing, and at once on Enter. */
export function FilterSearch({
  label,
  value,
  onChange,
  pause = 300,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  pause?: number;
}) {
  const id = useId();
  const [typed, setTyped] = useState(value);
  const [told, setTold] = useState(value);
  const [seen, setSeen] = useState(value);
  if (value !== seen) {
    setSeen(value);
    // The address changed by other means (Back, Clear filters): show what it says.
    if (value !== told) {
      setTyped(value);
      setTold(value);
    }
  }
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const tell = (next: string) => {
    clearTimeout(timer.current);
    setTold(next.trim());
    onChange(next.trim());
  };
  return (
    <div className={styles.filter}>
      <label htmlFor={id}>{label}</label>
      <div className={styles.search}>
        <Icon of={Search} />
        <input
          id={id}
          type="search"
          className={styles.input}
          value={typed}
          autoComplete="off"
          onChange={(event) => {
            const next = event.target.value;
            setTyped(next);
            clearTimeout(timer.current);
            timer.current = setTimeout(() => tell(next), pause);
          }}
          onKeyDown={(event) => {
            if (event.key === "Enter") tell(typed);
          }}
        />
      </div>
    </div>
  );
}

export function FilterSelect<T extends string>({
  label,
  value,
  options,
  any,
  onChange,
}: {
  label: string;
  value: T | undefined;
  options: readonly { value: T; label: string }[];
  /** The choice that does not narrow: “All types”. */
  any: string;
  onChange: (value: T | undefined) => void;
}) {
  const id = useId();
  return (
    <div className={styles.filter}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className={styles.input}
        value={value ?? ""}
        onChange={(event) => onChange(options.find((option) => option.value === event.target.value)?.value)}
      >
        <option value="">{any}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
