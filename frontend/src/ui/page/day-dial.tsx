/** The day that is shown, and a way to look at another one: any list or record, as it stood or will stand on a day. */
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useId, useRef, useState } from "react";
import { type Day, formatDay } from "@/lib/dates";
import { day as readDay } from "@/lib/url-state";
import { Button } from "../actions/button";
import { LinkButton } from "../actions/link-button";
import styles from "./day-dial.module.css";

type Props = {
  /** The day shown. */
  day: Day;
  /** The day it is. */
  today: Day;
  /** Undefined is today. */
  onChange: (day: Day | undefined) => void;
};

export function DayDial({ day, today, onChange }: Props) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const id = useId();
  const show = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const chosen = readDay(Object.fromEntries(new FormData(event.currentTarget)), "day");
    if (chosen === undefined) return;
    setOpen(false);
    opener.current?.focus();
    onChange(chosen === today ? undefined : chosen);
  };
  return (
    <span className={styles.dial}>
      <Trans>Showing {formatDay(day, "full")}.</Trans>{" "}
      <span data-print="no">
        {day !== today && (
          <>
            <LinkButton onClick={() => onChange(undefined)}>
              <Trans>Back to today</Trans>
            </LinkButton>{" "}
          </>
        )}
        <LinkButton ref={opener} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          <Trans>Look at another day</Trans>
        </LinkButton>
        {open && (
          <form id={id} className={styles.form} onSubmit={show}>
            <input type="date" name="day" aria-label={t`Day`} defaultValue={day} required />
            <Button type="submit" small>
              <Trans>Show this day</Trans>
            </Button>
          </form>
        )}
      </span>
    </span>
  );
}
