/** What has to be put right, above the form, in the same words as beside each field; it takes the focus. */
import { Plural } from "@lingui/react/macro";
import { useEffect, useRef, type MouseEvent } from "react";
import styles from "./error-summary.module.css";

export type SummaryError = {
  /** The id of the field; none for what belongs to no field. */ field?: string;
  message: string;
};

type Props = {
  errors: readonly SummaryError[];
  /** Changes with every refused attempt, so that the focus comes back. */
  attempt: number;
};

export function ErrorSummary({ errors, attempt }: Props) {
  return errors.length > 0 ? <Box key={attempt} errors={errors} /> : null;
}

/** Made anew for every refused attempt, and takes the focus as it appears. */
function Box({ errors }: { errors: readonly SummaryError[] }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div className={styles.summary} role="group" aria-labelledby="error-summary" tabIndex={-1} ref={box}>
      <h2 id="error-summary" className={styles.heading}>
        <Plural value={errors.length} one="One thing needs fixing" other="# things need fixing" />
      </h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={`${field ?? ""}${message}`}>
            {field ? (
              <a href={`#${field}`} onClick={(event) => goTo(event, field)}>
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Focuses the field itself, or the first input of a group, without changing the address. */
function goTo(event: MouseEvent, field: string) {
  const target = document.getElementById(field);
  if (!target) return;
  event.preventDefault();
  const input = target.matches("input, select, textarea, button")
    ? target
    : (target.querySelector<HTMLElement>("input, select, textarea, button, [tabindex='0']") ?? target);
  input.focus();
}
