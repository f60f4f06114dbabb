/** Charts: the finding first, the table always below. */
import { Bullet } from "@/ui/charts/bullet";
import { Plot, Plots } from "@/ui/charts/plot";
import { ProgressLine } from "@/ui/charts/progress-line";
import { Sparkline } from "@/ui/charts/sparkline";
import { TrendLine } from "@/ui/charts/trend-line";
import { DataTable, type Column } from "@/ui/data/data-table";
import { Disclosure } from "@/ui/page/disclosure";
import { comparisonFinding, progressFinding, turningPoint } from "@/lib/findings";
import { formatNumber, formatPercent } from "@/lib/numbers";
import { Sample, Shelf } from "./shelf";

type Year = { year: string; school: number; district: number };

const years: Year[] = [
  { year: "2016–17", school: 94, district: 93.4 },
  { year: "2017–18", school: 91.5, district: 92.8 },
  { year: "2018–19", school: 93, district: 93.3 },
];

const columns: Column<Year>[] = [
  { id: "year", header: "School year", cell: (row) => row.year },
  { id: "school", header: "Alderbrook", number: true, cell: (row) => formatPercent(row.school) },
  { id: "district", header: "District", number: true, cell: (row) => formatPercent(row.district) },
];

const results = [
  { on: "2019-10-11", value: 51 },
  { on: "2019-11-22", value: 57.3 },
  { on: "2019-12-20", value: 66.7 },
  { on: "2020-01-24", value: 74 },
];

const table = (
  <DataTable
    caption="Attendance, three years"
    columns={columns}
    rows={years}
    rowKey={(row) => row.year}
    phone="across"
    compact
  />
);

export function ChartSamples() {
  const finding = comparisonFinding({
    measure: "Attendance",
    ours: 93,
    other: "the district",
    theirs: 93.3,
    unit: "points",
  });
  const turn = turningPoint(years.map(({ year, school }) => ({ label: year, value: school })));
  return (
    <Shelf name="Charts">
      <Sample label="Trend: ours solid with round points, the context dashed with square ones">
        <Plots>
          <Plot
            finding={`${finding}${turn ? `, ${turn}` : ""}.`}
            note="Average daily attendance"
            table={table}
            source="Published by the district, 2016–17 to 2018–19."
          >
            <TrendLine
              labels={years.map((row) => row.year)}
              ours={{ name: "Alderbrook", values: years.map((row) => row.school) }}
              context={{ name: "district", values: years.map((row) => row.district) }}
              format={(value) => formatPercent(value)}
              axis={(value) => `${formatNumber(value)}%`}
              within={[0, 100]}
            />
          </Plot>
          <Plot
            finding="Two of three years are known"
            note="A missing year is a gap, never a zero"
            table={<Disclosure summary="The values">{table}</Disclosure>}
          >
            <TrendLine
              labels={years.map((row) => row.year)}
              ours={{ name: "Alderbrook", values: [94, null, 93] }}
              format={(value) => formatPercent(value)}
              axis={(value) => `${formatNumber(value)}%`}
              within={[0, 100]}
            />
          </Plot>
        </Plots>
      </Sample>
      <Sample label="Progress: results, steady pace, today, target">
        <Plot
          finding="Every month since October has been above a steady pace"
          note="Share of tutored students reading on grade level"
          table={
            <DataTable
              caption="The values behind the chart"
              columns={[
                { id: "on", header: "Measured", cell: (row) => row.on },
                { id: "value", header: "Share", number: true, cell: (row) => formatPercent(row.value) },
              ]}
              rows={results}
              rowKey={(row) => row.on}
              phone="across"
              compact
            />
          }
        >
          <ProgressLine
            results={results}
            baseline={{ on: "2019-10-11", value: 51 }}
            target={{ on: "2020-06-12", value: 85 }}
            today="2020-01-27"
            format={(value) => formatPercent(value, 0)}
            within={[0, 100]}
          />
        </Plot>
      </Sample>
      <Sample label="Bullet: value, baseline, target">
        <Plot
          finding={progressFinding(51, 74, 85)}
          table={<p>71 of 96 students (74%), target 85%, 49 of 96 in October.</p>}
        >
          <Bullet
            value={{ value: 74, words: "74%" }}
            target={{ value: 85, words: "Target 85%" }}
            baseline={{ value: 51, words: "October 51%" }}
            range={[0, 100]}
          />
        </Plot>
      </Sample>
      <Sample label="Sparkline, beside the sentence that says it">
        <p>
          62 of 80, up from 55 <Sparkline values={[55, 58, null, 62]} />
        </p>
      </Sample>
    </Shelf>
  );
}
