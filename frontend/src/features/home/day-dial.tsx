/** The day that is shown, and a way to look at another one. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useSession } from "@/features/auth";
import { formatDay } from "@/lib/dates";
import { LinkButton } from "@/ui/actions/link-button";

type Props = { day: string; onChange: (day: string | undefined) => void };

export function DayDial({ day, onChange }: Props) {
  const { t } = useLingui();
  const { today } = useSession().tenant;
  const [open, setOpen] = useState(false);
  return (
    <>
      <Trans>Showing {formatDay(day, "full")}.</Trans>{" "}
      {day !== today && (
        <LinkButton onClick={() => onChange(undefined)}>
          <Trans>Back to today</Trans>
        </LinkButton>
      )}{" "}
      {open ? (
        <input
          type="date"
          aria-label={t`Show another day`}
          defaultValue={day}
          onChange={(event) => {
            if (event.target.value) onChange(event.target.value);
          }}
        />
      ) : (
        <LinkButton onClick={() => setOpen(true)}>
          <Trans>Show another day</Trans>
        </LinkButton>
      )}
    </>
  );
}
