/** When agreements run: a bar each over three school years, said in words in the same row of one table. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { AgreementItem } from "@/api/gen/types.gen";
import { addDays, daysBetween, formatDay, formatSchoolYear, schoolYearOf, schoolYearSpan } from "@/lib/dates";
import { Link } from "@/ui/actions/link";
import { statusName } from "../words";
import styles from "./timeline.module.css";

const WIDTH = 1000;

type Props = { agreements: readonly AgreementItem[]; day: string; year: string | undefined };

export function AgreementsTimeline({ agreements, day, year }: Props) {
  const { t } = useLingui();
  const middle = year ?? schoolYearOf(day);
  const first = Number(middle.slice(0, 4)) - 1;
  const years = [first, first + 1, first + 2].map((start) => `${start}-${start + 1}`);
  const spans = years.map((label) => schoolYearSpan(label));
  const from = spans[0]?.from ?? day;
  const to = spans[2]?.to ?? day;
  const whole = daysBetween(from, to) + 1;
  const place = (on: string) => Math.min(WIDTH, Math.max(0, (daysBetween(from, on) / whole) * WIDTH));
  const today = place(day);
  const isToday = day >= from && day <= to;
  return (
    <div className={styles.scroll}>
      <table className={styles.timeline}>
        <caption>
          <Trans>
            From {formatDay(from)} to {formatDay(to)}; the line is {formatDay(day)}
          </Trans>
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Agreement</Trans>
            </th>
            <th scope="col">
              <span className={styles.years}>
                {years.map((label) => (
                  <span key={label}>{formatSchoolYear(label)}</span>
                ))}
              </span>
            </th>
            <th scope="col">
              <Trans>Runs</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {agreements.map((item) => {
            const start = place(item.effective_on ?? item.starts_on);
            const last = lastDay(item);
            const end = place(addDays(last, 1));
            const begins = formatDay(item.effective_on ?? item.starts_on);
            const ends = formatDay(last);
            return (
              <tr key={item.id}>
                <th scope="row">
                  <Link to="/agreements/$agreementId" params={{ agreementId: item.id }}>
                    {item.title}
                  </Link>
                  <small>{item.partner.name}</small>
                </th>
                <td className={styles.cell}>
                  <svg viewBox={`0 0 ${WIDTH} 28`} preserveAspectRatio="none" aria-hidden="true">
                    {spans.slice(1).map((span) => (
                      <rect
                        key={span.from}
                        className={styles.line}
                        x={place(span.from)}
                        y="0"
                        width="1"
                        height="28"
                      />
                    ))}
                    <rect
                      className={item.effective_on ? styles.bar : styles.planned}
                      x={start}
                      y="8"
                      width={Math.max(4, end - start)}
                      height="12"
                    />
                    {isToday && <rect className={styles.today} x={today} y="0" width="2" height="28" />}
                  </svg>
                </td>
                <td>
                  {t`${begins} to ${ends}`}
                  <small>{statusName(item.effective_status)}</small>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** The last day on which it counts: its own, or the eve of the day from which it counts no more. */
function lastDay({ ends_on: ends, ceases_on: ceases }: AgreementItem): string {
  const eve = ceases === null ? ends : addDays(ceases, -1);
  return eve < ends ? eve : ends;
}
