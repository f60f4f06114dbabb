/** How far a target has come: the value against its target, the results over time, and the same as a table. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { Figure } from "@/api/gen/types.gen";
import { formatDay } from "@/lib/dates";
import { formatCount } from "@/lib/numbers";
import { Bullet } from "@/ui/charts/bullet";
import { Plot } from "@/ui/charts/plot";
import { ProgressLine } from "@/ui/charts/progress-line";
import { TrendLine } from "@/ui/charts/trend-line";
import { DataTable, type Column } from "@/ui/data/data-table";
import { Section } from "@/ui/page/section";
import { inColumn, inUnit } from "./amounts";
import type { Target } from "./api";
import { FigureWords } from "./figure-words";
import { paceFinding, steadyPace, wayFinding } from "./findings";
import styles from "./target.module.css";

type Props = { target: Target; day: string };

export function TargetChart({ target, day }: Props) {
  const { t } = useLingui();
  const { series, target_value: goal } = target;
  if (series.length === 0) return null;
  const isDrawn = series.some(({ figure }) => figure.value !== null);
  const table = <Values target={target} />;
  const source = <SourceWords target={target} />;
  const say = inUnit(target.unit);
  const since = formatDay(series[0]?.as_of_on ?? target.period_starts_on, "long");
  const overTime = paceFinding(target) ?? t`Results since ${since}`;
  if (!isDrawn || goal === null)
    return (
      <Section heading={<Trans>Progress</Trans>} headingHidden>
        <Plot finding={overTime} note={target.measure} table={table} source={source}>
          {isDrawn && (
            <TrendLine
              labels={series.map(({ as_of_on: on }) => formatDay(on, "short"))}
              ours={{ name: target.name, values: series.map(({ figure }) => figure.value) }}
              format={say}
            />
          )}
        </Plot>
      </Section>
    );
  const base = target.baseline_value;
  const within = target.unit === "percent" ? { within: [0, 100] as const } : {};
  const isDuring = day >= target.period_starts_on && day <= target.period_ends_on;
  return (
    <Section heading={<Trans>Progress</Trans>} headingHidden>
      <Plot
        finding={wayFinding(target) ?? <Trans>Where it stands against the target</Trans>}
        note={
          target.schools.length === 1 && target.school_count === 1 ? (
            target.measure
          ) : (
            <Trans>{target.measure}, all schools together</Trans>
          )
        }
        table={null}
      >
        <Measured target={target} goal={goal} />
      </Plot>
      <div className={styles.pace}>
        <Plot finding={overTime} table={table} source={source}>
          <ProgressLine
            results={series.map(({ as_of_on: on, figure }) => ({ on, value: figure.value }))}
            baseline={
              base === null || target.pace !== "linear"
                ? undefined
                : { on: target.period_starts_on, value: base }
            }
            target={{ on: target.period_ends_on, value: goal }}
            format={say}
            {...within}
            {...(isDuring && { today: day })}
          />
        </Plot>
      </div>
    </Section>
  );
}

function Measured({ target, goal }: { target: Target; goal: number }) {
  const { t } = useLingui();
  const say = inUnit(target.unit);
  const { baseline_value: base } = target;
  const latest = target.progress.latest.value;
  const ends = [0, goal, latest ?? 0, base ?? 0];
  const most = target.unit === "percent" ? 100 : Math.max(...ends) * 1.1;
  return (
    <Bullet
      value={latest === null ? null : { value: latest, words: say(latest) }}
      target={{ value: goal, words: t`Target ${say(goal)}` }}
      baseline={base === null ? undefined : { value: base, words: t`Baseline ${say(base)}` }}
      range={[Math.min(...ends), most === 0 ? 1 : most]}
    />
  );
}

type Row = { key: string; words: string; figure: Figure; pace: number | null };

function Values({ target }: { target: Target }) {
  const { t } = useLingui();
  const say = inColumn(target.unit);
  const rows = rowsOf(target, t`baseline`);
  const isCounted = rows.some(({ figure }) => figure.numerator !== null);
  const columns: Column<Row>[] = [{ id: "on", header: t`Measured`, cell: ({ words }) => words }];
  if (isCounted)
    columns.push(
      {
        id: "part",
        header: t`How many`,
        number: true,
        cell: ({ figure }) => (figure.numerator === null ? t`Not known` : formatCount(figure.numerator)),
      },
      {
        id: "whole",
        header: t`Of how many`,
        number: true,
        cell: ({ figure }) => (figure.denominator === null ? t`Not known` : formatCount(figure.denominator)),
      },
    );
  columns.push({
    id: "value",
    header: isCounted ? t`Share` : t`Result`,
    number: true,
    cell: ({ figure }) =>
      figure.value === null ? <FigureWords figure={figure} target={target} /> : say(figure.value),
  });
  if (rows.some(({ pace }) => pace !== null))
    columns.push({
      id: "pace",
      header: t`Steady pace`,
      number: true,
      cell: ({ pace }) => (pace === null ? t`None` : say(pace)),
    });
  return (
    <DataTable
      caption={<Trans>The values behind the chart</Trans>}
      phone="across"
      compact
      columns={columns}
      rows={rows}
      rowKey={({ key }) => key}
    />
  );
}

/** The baseline first, then the results pooled as of each day. */
function rowsOf(target: Target, baselineWord: string): Row[] {
  const { baseline_value: value, baseline_numerator: numerator, baseline_denominator: denominator } = target;
  const start = target.baseline_period ?? formatDay(target.period_starts_on);
  const baseline: Row[] =
    value === null
      ? []
      : [
          {
            key: "baseline",
            words: `${start}, ${baselineWord}`,
            figure: { value, numerator, denominator, words: null, suppressed: false, reason: null },
            pace: steadyPace(target, target.period_starts_on),
          },
        ];
  const results = target.series.map((point) => ({
    key: point.as_of_on,
    words: formatDay(point.as_of_on),
    figure: point.figure,
    pace: steadyPace(target, point.as_of_on),
  }));
  return [...baseline, ...results];
}

function SourceWords({ target }: { target: Target }) {
  const { data_source: source, progress } = target;
  return (
    <>
      {progress.is_provisional ? (
        <Trans>Not every value is verified yet.</Trans>
      ) : (
        <Trans>All values are verified.</Trans>
      )}{" "}
      {source && <Trans>Source: {source}.</Trans>}{" "}
      {target.kind === "better_off" && (
        <Trans>It shows change among these students; it does not show what caused it.</Trans>
      )}
    </>
  );
}
