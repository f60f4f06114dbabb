/** A school's measures over the years: the worst first as charts, all of them as a table, with their source. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import type { MeasureValues, PublishedValue } from "@/api/gen/types.gen";
import { formatSchoolYear } from "@/lib/dates";
import { formatPercent } from "@/lib/numbers";
import { Plot, Plots } from "@/ui/charts/plot";
import { TrendLine } from "@/ui/charts/trend-line";
import { DataTable, type Column } from "@/ui/data/data-table";
import { Hidden } from "@/ui/data/hidden";
import { Disclosure } from "@/ui/page/disclosure";
import { Section, Source } from "@/ui/page/section";
import { schoolMeasuresQuery } from "./api";
import { formatValue, measureFinding, worstFirst } from "./findings";

const charted = 4;

export function MeasuresSection({ schoolId, schoolName }: { schoolId: string; schoolName: string }) {
  const { t } = useLingui();
  const { items, periods } = useSuspenseQuery(schoolMeasuresQuery(schoolId)).data;
  const drawn = worstFirst(
    items.filter((item) => item.values.filter((each) => each.value !== null).length > 1),
  ).slice(0, charted);
  if (items.length === 0)
    return (
      <Section heading={<Trans>Measures</Trans>}>
        <p>
          <Trans>No measures of this school have been published here yet.</Trans>
        </p>
      </Section>
    );
  return (
    <Section heading={<Trans>Measures over the years</Trans>}>
      <Plots>
        {drawn.map((item) => (
          <MeasurePlot key={item.measure.key} item={item} schoolName={schoolName} />
        ))}
      </Plots>
      <Disclosure summary={<Trans>The same measures as a table</Trans>} open>
        <MeasuresTable caption={t`Measures of ${schoolName}`} items={items} periods={periods} />
      </Disclosure>
      <Source>
        <Trans>
          Sources: {sources(items)}. Values as published; rates came without their student counts.
        </Trans>
      </Source>
    </Section>
  );
}

function sources(items: readonly MeasureValues[]): string {
  return [...new Set(items.flatMap((item) => item.values.map((each) => each.source)))].toSorted().join(", ");
}

function MeasurePlot({ item, schoolName }: { item: MeasureValues; schoolName: string }) {
  const { t } = useLingui();
  const { unit, direction, name } = item.measure;
  const format = (value: number) => formatValue(unit, value);
  const district = item.values.some((each) => (each.district?.value ?? null) !== null)
    ? { name: t`district`, values: item.values.map((each) => each.district?.value ?? null) }
    : undefined;
  return (
    <Plot
      finding={measureFinding(item)}
      note={
        direction === "decrease" ? (
          <Trans>{name}; fewer is better</Trans>
        ) : direction === "increase" ? (
          <Trans>{name}; more is better</Trans>
        ) : (
          name
        )
      }
      table={null}
    >
      <TrendLine
        labels={item.values.map((each) => formatSchoolYear(each.period))}
        ours={{ name: schoolName.split(" ")[0] ?? schoolName, values: item.values.map((each) => each.value) }}
        context={district}
        format={format}
        axis={(value) => (unit === "percent" ? formatPercent(value, 0) : format(value))}
        {...(unit === "percent" && { within: [0, 100] as const })}
      />
    </Plot>
  );
}

/** One value as it was published; hidden, unknown and none are three different words. */
function Published({
  unit,
  value,
}: {
  unit: MeasureValues["measure"]["unit"];
  value: PublishedValue | undefined;
}) {
  if (!value) return <Trans>Not published</Trans>;
  if (value.suppressed) return <Hidden why={value.reason === "small_n" ? "size" : "privacy"} />;
  return value.value === null ? (value.text ?? <Trans>Not published</Trans>) : formatValue(unit, value.value);
}

type TableProps = { caption: string; items: readonly MeasureValues[]; periods: readonly string[] };

function MeasuresTable({ caption, items, periods }: TableProps) {
  const { t } = useLingui();
  const last = periods.at(-1);
  const columns: Column<MeasureValues>[] = [
    { id: "measure", header: t`Measure`, cell: (item) => item.measure.name },
    ...periods.map((period) => ({
      id: period,
      header: formatSchoolYear(period),
      number: true,
      cell: (item: MeasureValues) => (
        <Published unit={item.measure.unit} value={item.values.find((each) => each.period === period)} />
      ),
    })),
  ];
  if (last) {
    const year = formatSchoolYear(last);
    columns.push({
      id: "district",
      header: t`District ${year}`,
      number: true,
      cell: (item) => {
        const district = item.values.find((each) => each.period === last)?.district;
        if (!district) return t`Not published`;
        return district.value === null
          ? (district.text ?? t`Not published`)
          : formatValue(item.measure.unit, district.value);
      },
    });
  }
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={columns}
      rows={items}
      rowKey={(item) => item.measure.key}
      compact
    />
  );
}
