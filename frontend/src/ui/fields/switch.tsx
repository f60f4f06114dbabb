/** A setting that takes effect at once; the word says which way it stands. */
import { Trans } from "@lingui/react/macro";
import { useId, type ReactNode } from "react";
import styles from "./switch.module.css";

type Props = { label: ReactNode; hint?: ReactNode; checked: boolean; onChange: (checked: boolean) => void };

export function Switch({ label, hint, checked, onChange }: Props) {
  const id = useId();
  return (
    <div className={styles.row}>
      <input
        type="checkbox"
        role="switch"
        id={id}
        className={styles.switch}
        checked={checked}
        aria-checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        aria-describedby={hint ? `${id}-hint` : undefined}
      />
      <label htmlFor={id}>{label}</label>
      <span className={styles.state} aria-hidden="true">
        {checked ? <Trans>On</Trans> : <Trans>Off</Trans>}
      </span>
      {hint && (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
