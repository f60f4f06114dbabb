/** What a school's measure shows, in a sentence; and which measure should be read first. */
import { t } from "@lingui/core/macro";
import type { MeasureValues, PublishedValue } from "@/api/gen/types.gen";
import { formatSchoolYear } from "@/lib/dates";
import { comparisonFinding, trendFinding, turningPoint, type Point } from "@/lib/findings";
import { formatNumber, formatPercent } from "@/lib/numbers";

export type Measured = { name: string; unit: MeasureValues["measure"]["unit"] };

export function formatValue(unit: Measured["unit"], value: number): string {
  return unit === "percent" ? formatPercent(value) : formatNumber(value);
}

function pointsOf(item: MeasureValues): Point[] {
  return item.values.map((each) => ({ label: formatSchoolYear(each.period), value: each.value }));
}

function latest(item: MeasureValues): PublishedValue | undefined {
  return item.values.findLast((each) => each.value !== null);
}

/** “Attendance is 0.3 points below the district, after a low in 2017–18”; without a district value, the trend. */
export function measureFinding(item: MeasureValues): string {
  const { name, unit } = item.measure;
  const last = latest(item);
  if (!last || last.value === null) return t`${name}: no number was published`;
  const points = pointsOf(item);
  const theirs = last.district?.value ?? null;
  if (theirs !== null && unit === "percent") {
    const compared = comparisonFinding({
      measure: name,
      ours: last.value,
      other: t`the district`,
      theirs,
      unit: "points",
    });
    const turn = turningPoint(points);
    return turn ? t`${compared}, ${turn}` : compared;
  }
  if (theirs !== null) {
    const ours = formatValue(unit, last.value);
    const other = formatValue(unit, theirs);
    return t`${name}: ${ours}, and ${other} in the district`;
  }
  const trend = trendFinding(name, points, (value) => formatValue(unit, value));
  const only = formatValue(unit, last.value);
  return trend ?? t`${name} is ${only}`;
}

/** How far behind the district, as a share of the district's value; what gets worse leads the page. */
export function concern(item: MeasureValues): number {
  const last = latest(item);
  if (!last || last.value === null || item.measure.direction === "none") return 0;
  const sign = item.measure.direction === "increase" ? -1 : 1;
  const theirs = last.district?.value ?? null;
  if (theirs !== null && theirs !== 0) return (sign * (last.value - theirs)) / Math.abs(theirs);
  const first = item.values.find((each) => each.value !== null)?.value ?? null;
  return first !== null && first !== 0 ? (sign * (last.value - first)) / Math.abs(first) / 2 : 0;
}

export function worstFirst(items: readonly MeasureValues[]): MeasureValues[] {
  return items.toSorted((a, b) => concern(b) - concern(a));
}
