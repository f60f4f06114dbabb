/** How far a target has come: the value against its target, then the results over time, then the same as a table. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { Figure, TargetRead } from "@/api/gen/types.gen";
import { useSession } from "@/features/auth";
import { formatDay } from "@/lib/dates";
import { formatOf, formatPercent } from "@/lib/numbers";
import { Bullet } from "@/ui/charts/bullet";
import { Plot } from "@/ui/charts/plot";
import { ProgressLine } from "@/ui/charts/progress-line";
import { TrendLine } from "@/ui/charts/trend-line";
import { DataTable } from "@/ui/data/data-table";
import { Section } from "@/ui/page/section";
import { FigureWords } from "./figure-words";
import { inUnit } from "./words";

type Row = { on: string; isBaseline: boolean; figure: Figure | null; schools: number | null };

export function TargetChart({ target }: { target: TargetRead }) {
  const { t } = useLingui();
  const say = inUnit(target.unit);
  const { series, progress } = target;
  const base = target.baseline_value;
  const isKnown = series.some(({ figure }) => figure.value !== null);
  const counted =
    target.baseline_numerator !== null && target.baseline_denominator !== null
      ? formatOf(target.baseline_numerator, target.baseline_denominator)
      : null;
  const rows: Row[] = [
    ...(base === null ? [] : [{ on: "", isBaseline: true, figure: null, schools: null }]),
    ...series.map((point) => ({
      on: point.as_of_on,
      isBaseline: false,
      figure: point.figure,
      schools: point.schools,
    })),
  ];
  const done = progress.percent_words;
  if (rows.length === 0) return null;
  return (
    <Section heading={<Trans>Progress</Trans>}>
      <Plot
        finding={
          done ? (
            <Trans>{done} of the way from the baseline to the target</Trans>
          ) : (
            <Heading target={target} />
          )
        }
        note={<Trans>{target.measure}, all schools together</Trans>}
        table={
          <DataTable<Row>
            caption={<Trans>The values behind the chart</Trans>}
            phone="across"
            columns={[
              {
                id: "on",
                header: t`Measured`,
                cell: (row) => (row.isBaseline ? t`Baseline` : formatDay(row.on)),
              },
              {
                id: "value",
                header: t`Result`,
                number: true,
                cell: (row) =>
                  row.isBaseline ? (
                    [counted, base === null ? null : counted ? `(${say(base)})` : say(base)]
                      .filter(Boolean)
                      .join(" ")
                  ) : (
                    <FigureWords figure={row.figure} />
                  ),
              },
              {
                id: "schools",
                header: t`Schools`,
                number: true,
                cell: (row) => row.schools ?? (row.isBaseline ? "" : t`Not said`),
              },
            ]}
            rows={rows}
            rowKey={(row) => row.on || "baseline"}
          />
        }
        source={<SourceWords target={target} />}
      >
        <Drawings target={target} isKnown={isKnown} />
      </Plot>
    </Section>
  );
}

function Heading({ target }: { target: TargetRead }) {
  if (target.progress.suppressed) return <Trans>The results are hidden for privacy</Trans>;
  if (target.series.length === 0) return <Trans>No result yet; only the baseline is known</Trans>;
  return <Trans>Results since {formatDay(target.period_starts_on, "long")}</Trans>;
}

function Drawings({ target, isKnown }: { target: TargetRead; isKnown: boolean }) {
  const { t } = useLingui();
  const today = useSession().tenant.today;
  const say = inUnit(target.unit);
  const { series, progress, baseline_value: base, target_value: goal } = target;
  if (!isKnown) return null;
  const results = series.map(({ as_of_on: on, figure }) => ({ on, value: figure.value }));
  const within =
    target.unit === "percent"
      ? { within: [0, 100] as const, axis: (value: number) => formatPercent(value, 0) }
      : {};
  if (goal === null)
    return (
      <TrendLine
        labels={results.map(({ on }) => formatDay(on, "short"))}
        ours={{ name: target.name, values: results.map(({ value }) => value) }}
        format={say}
        {...within}
      />
    );
  const latest = progress.latest.value;
  const ends = [0, goal, latest ?? 0, base ?? 0];
  const range = target.unit === "percent" ? [0, 100] : [Math.min(...ends), Math.max(...ends) * 1.1];
  const isDuring = today >= target.period_starts_on && today <= target.period_ends_on;
  return (
    <>
      <Bullet
        value={latest === null ? null : { value: latest, words: say(latest) }}
        target={{ value: goal, words: t`Target ${say(goal)}` }}
        baseline={base === null ? undefined : { value: base, words: t`Baseline ${say(base)}` }}
        range={[range[0] ?? 0, range[1] ?? 1]}
      />
      <ProgressLine
        results={results}
        baseline={
          base === null || target.pace !== "linear" ? undefined : { on: target.period_starts_on, value: base }
        }
        target={{ on: target.period_ends_on, value: goal }}
        format={say}
        {...within}
        {...(isDuring && { today })}
      />
    </>
  );
}

function SourceWords({ target }: { target: TargetRead }) {
  const source = target.data_source;
  return (
    <>
      {target.progress.is_provisional ? (
        <Trans>Not every value is verified yet.</Trans>
      ) : (
        target.series.length > 0 && <Trans>All values are verified.</Trans>
      )}{" "}
      {source && <Trans>Source: {source}.</Trans>}{" "}
      <Trans>It shows change; it does not show what caused it.</Trans>
    </>
  );
}
