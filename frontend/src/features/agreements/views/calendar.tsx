/** What falls on the days of a month, of the agreements that the list would show; an agenda on a phone. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { problemSentence } from "@/api/form-problems";
import type { CalendarEntry } from "@/api/gen/types.gen";
import { formatDay } from "@/lib/dates";
import { Button } from "@/ui/actions/button";
import { Link } from "@/ui/actions/link";
import { Notice } from "@/ui/feedback/notice";
import { Skeleton } from "@/ui/feedback/skeleton";
import type { AgreementsSearch } from "../search";
import { calendarQuery } from "./api";
import { Entries } from "./entries";
import { addMonths, firstDay, lastDay, monthName, monthOf, weekdayNames, weeksOf } from "./months";
import styles from "./calendar.module.css";

type Props = { search: AgreementsSearch; day: string };

export function AgreementsCalendar({ search, day }: Props) {
  const { t, i18n } = useLingui();
  const month = search.month ?? monthOf(day);
  const found = useQuery(calendarQuery(search, firstDay(month), lastDay(month)));
  const name = monthName(month, i18n.locale);
  const items = found.data?.from_on === firstDay(month) ? found.data.items : [];
  const days = new Map<string, CalendarEntry[]>();
  for (const entry of items) days.set(entry.on, [...(days.get(entry.on) ?? []), entry]);
  const step = (by: number) => ({ ...search, month: addMonths(month, by) });
  const { month: _month, ...now } = search;
  return (
    <section aria-labelledby="calendar-month">
      <div className={styles.head}>
        <h2 id="calendar-month" aria-live="polite">
          {name}
        </h2>
        <nav aria-label={t`Months`} className={styles.steps}>
          <Link to="/agreements" search={step(-1)} replace>
            <Trans>Month before</Trans>
          </Link>
          <Link to="/agreements" search={now} replace>
            <Trans>This month</Trans>
          </Link>
          <Link to="/agreements" search={step(1)} replace>
            <Trans>Month after</Trans>
          </Link>
        </nav>
      </div>
      {found.isError && (
        <Notice
          kind="bad"
          live
          title={t`The calendar could not be loaded`}
          actions={
            <Button small onClick={() => void found.refetch()}>
              <Trans>Try again</Trans>
            </Button>
          }
        >
          {problemSentence(found.error)}
        </Notice>
      )}
      {found.isPending ? (
        <Skeleton label={t`Loading the calendar`} />
      ) : (
        <div aria-busy={found.isPlaceholderData || undefined}>
          <table className={styles.month}>
            <caption>
              <Trans>What starts, ends, is to be renewed or is due in {name}</Trans>
            </caption>
            <thead>
              <tr>
                {weekdayNames(i18n.locale).map(({ long, short }) => (
                  <th key={long} scope="col" abbr={long}>
                    {short}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeksOf(month).map((week) => (
                <tr key={week.find(Boolean)}>
                  {week.map((on, place) => (
                    <td key={on ?? place} aria-current={on === day ? "date" : undefined}>
                      {on && (
                        <>
                          <time dateTime={on}>{Number(on.slice(8))}</time>
                          <Entries entries={days.get(on) ?? []} search={search} />
                        </>
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          <div className={styles.agenda}>
            {[...days].map(([on, entries]) => (
              <section key={on}>
                <h3>{formatDay(on, "full")}</h3>
                <Entries entries={entries} search={search} />
              </section>
            ))}
          </div>
          {items.length === 0 && (
            <p role="status">
              <Trans>Nothing starts, ends or is due in {name}.</Trans>
            </p>
          )}
        </div>
      )}
      <p className={styles.feed}>
        <Trans>
          In your own calendar program: make a calendar address{" "}
          <Link to="/account">on your account page</Link>.
        </Trans>
      </p>
    </section>
  );
}
