/** Sentences that state what a figure shows. They describe change; they never say what caused it. */
import { t } from "@lingui/core/macro";
import { formatNumber } from "./numbers";

export type Point = { label: string; value: number | null };

type Comparison = {
  measure: string;
  ours: number;
  /** Who is compared with: “the district”. */
  other: string;
  theirs: number;
  unit: "points" | "days" | "students";
  decimals?: number;
};

const units = {
  points: (size: string, one: boolean) => (one ? t`${size} point` : t`${size} points`),
  days: (size: string, one: boolean) => (one ? t`${size} day` : t`${size} days`),
  students: (size: string, one: boolean) => (one ? t`${size} student` : t`${size} students`),
};

/** “Attendance is 0.3 points below the district” */
export function comparisonFinding({ measure, ours, other, theirs, unit, decimals = 1 }: Comparison): string {
  const gap = Number(Math.abs(ours - theirs).toFixed(decimals));
  if (gap === 0) return t`${measure} is the same as ${other}`;
  const size = units[unit](formatNumber(gap, decimals), gap === 1);
  return ours > theirs ? t`${measure} is ${size} above ${other}` : t`${measure} is ${size} below ${other}`;
}

/** “after a low in 2017–18”: the lowest or highest point when it is neither the first nor the last. */
export function turningPoint(points: readonly Point[]): string | null {
  const known = points.flatMap((point) =>
    point.value === null ? [] : [{ label: point.label, value: point.value }],
  );
  const inner = known.slice(1, -1);
  const first = known[0];
  const last = known.at(-1);
  if (!first || !last) return null;
  for (const point of inner) {
    const others = known.filter((other) => other !== point);
    const label = point.label;
    if (others.every((other) => other.value > point.value)) return t`after a low in ${label}`;
    if (others.every((other) => other.value < point.value)) return t`after a high in ${label}`;
  }
  return null;
}

/** “Attendance rose from 91.5% in 2017–18 to 93% in 2018–19”; null with fewer than two known values. */
export function trendFinding(
  measure: string,
  points: readonly Point[],
  format: (value: number) => string = (value) => formatNumber(value),
): string | null {
  const known = points.flatMap((point) =>
    point.value === null ? [] : [{ label: point.label, value: point.value }],
  );
  const first = known[0];
  const last = known.at(-1);
  if (!first || !last || first === last) return null;
  const from = format(first.value);
  const start = first.label;
  const to = format(last.value);
  const end = last.label;
  if (from === to) return t`${measure} is ${to} in ${end}, as in ${start}`;
  return last.value > first.value
    ? t`${measure} rose from ${from} in ${start} to ${to} in ${end}`
    : t`${measure} fell from ${from} in ${start} to ${to} in ${end}`;
}

/** “Two thirds of the way from the October baseline to the target” */
export function progressFinding(baseline: number, current: number, target: number): string {
  const distance = target - baseline;
  if (distance === 0) return current === target ? t`At the target` : t`Not at the target`;
  const share = (current - baseline) / distance;
  if (share >= 1) return share > 1 ? t`Past the target` : t`At the target`;
  if (share <= 0)
    return share < 0 ? t`Further from the target than at the baseline` : t`Still at the baseline`;
  if (share < 0.15) return t`Just begun on the way from the baseline to the target`;
  if (share < 0.29) return t`A quarter of the way from the baseline to the target`;
  if (share < 0.42) return t`A third of the way from the baseline to the target`;
  if (share < 0.58) return t`Half of the way from the baseline to the target`;
  if (share < 0.71) return t`Two thirds of the way from the baseline to the target`;
  if (share < 0.88) return t`Three quarters of the way from the baseline to the target`;
  return t`Nearly at the target`;
}
