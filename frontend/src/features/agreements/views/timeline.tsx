/** When agreements run: a bar each over some school years or months, said in words in the same row of one table. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { AgreementItem } from "@/api/gen/types.gen";
import { addDays, formatDay } from "@/lib/dates";
import { Link } from "@/ui/actions/link";
import { Segments } from "@/ui/page/segments";
import type { AgreementsSearch, Zoom } from "../search";
import { statusName } from "../words";
import { barOf, placeOf, spanOf, WIDTH, type Span } from "./span";
import styles from "./timeline.module.css";

type Props = {
  agreements: readonly AgreementItem[];
  day: string;
  search: AgreementsSearch;
  onZoom: (zoom: Zoom | undefined) => void;
};

export function AgreementsTimeline({ agreements, day, search, onZoom }: Props) {
  const { t, i18n } = useLingui();
  const span = spanOf(search.zoom, day, search.school_year, i18n.locale);
  const zooms: { value: Zoom | "years"; label: string }[] = [
    { value: "years", label: t`Three school years` },
    { value: "year", label: t`One school year` },
    { value: "quarter", label: t`Three months` },
  ];
  const isToday = day >= span.from && day <= span.to;
  const dated = search.effective_on ? { effective_on: search.effective_on } : {};
  const first = formatDay(span.from);
  const last = formatDay(span.to);
  const on = formatDay(day);
  return (
    <>
      <div className={styles.zoom}>
        <Segments
          label={t`Span`}
          options={zooms}
          value={search.zoom ?? "years"}
          onChange={(value) => onZoom(value === "years" ? undefined : value)}
        />
      </div>
      <table className={styles.timeline}>
        <caption>
          {isToday ? (
            <Trans>
              From {first} to {last}; the line is {on}
            </Trans>
          ) : (
            <Trans>
              From {first} to {last}
            </Trans>
          )}
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Agreement</Trans>
            </th>
            <th scope="col">
              <span className={styles.parts}>
                {span.parts.map(({ from, label }) => (
                  <span key={from}>{label}</span>
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
            const begins = formatDay(item.effective_on ?? item.starts_on);
            const ends = formatDay(lastDay(item));
            return (
              <tr key={item.id}>
                <th scope="row">
                  <Link to="/agreements/$agreementId" params={{ agreementId: item.id }} search={dated}>
                    {item.title}
                  </Link>
                  <small>{item.partner.name}</small>
                </th>
                <td className={styles.cell}>
                  <Bar item={item} span={span} day={isToday ? day : null} />
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
    </>
  );
}

function Bar({ item, span, day }: { item: AgreementItem; span: Span; day: string | null }) {
  const bar = barOf(span, item.effective_on ?? item.starts_on, lastDay(item));
  return (
    <svg viewBox={`0 0 ${WIDTH} 28`} preserveAspectRatio="none" aria-hidden="true">
      {span.parts.slice(1).map(({ from }) => (
        <rect key={from} className={styles.line} x={placeOf(span, from)} y="0" width="1" height="28" />
      ))}
      {bar && (
        <rect
          className={item.effective_on ? styles.bar : styles.planned}
          x={bar.x}
          y="8"
          width={bar.width}
          height="12"
        />
      )}
      {day && <rect className={styles.today} x={placeOf(span, day)} y="0" width="2" height="28" />}
    </svg>
  );
}

/** The last day on which it counts: its own, or the eve of the day from which it counts no more. */
function lastDay({ ends_on: ends, ceases_on: ceases }: AgreementItem): string {
  const eve = ceases === null ? ends : addDays(ceases, -1);
  return eve < ends ? eve : ends;
}
