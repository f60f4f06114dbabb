/** Arithmetic of charts that needs no screen: domains, ticks, and labels that do not touch. */
import { scaleLinear } from "d3-scale";

export type Known = { index: number; value: number };

export function known(values: readonly (number | null)[]): Known[] {
  return values.flatMap((value, index) => (value === null ? [] : [{ index, value }]));
}

/** A range around the values that ends on round numbers; shares stay within 0 and 100. */
export function rangeOf(
  values: readonly number[],
  ticks: number,
  within?: readonly [number, number],
): [number, number] {
  if (values.length === 0) return [0, 1];
  let low = Math.min(...values);
  let high = Math.max(...values);
  if (low === high) {
    const room = Math.abs(low) * 0.1 || 1;
    low -= room;
    high += room;
  }
  const [from = low, to = high] = scaleLinear().domain([low, high]).nice(ticks).domain();
  if (!within) return [from, to];
  return [Math.max(from, within[0]), Math.min(to, within[1])];
}

/** Moves labels apart along one axis, keeping their order and staying between the bounds. */
export function spread(wanted: readonly number[], gap: number, bounds: readonly [number, number]): number[] {
  const order = wanted.map((at, index) => ({ at, index })).sort((a, b) => a.at - b.at);
  let floor = bounds[0];
  for (const label of order) {
    label.at = Math.max(label.at, floor);
    floor = label.at + gap;
  }
  let ceiling = bounds[1];
  for (const label of order.toReversed()) {
    label.at = Math.min(label.at, ceiling);
    ceiling = label.at - gap;
  }
  const placed: number[] = [];
  for (const label of order) placed[label.index] = label.at;
  return placed;
}

/** Whether a value's label stands under its point: at a low, or where the line leaves upwards. */
export function standsBelow(values: readonly (number | null)[], index: number): boolean {
  const value = values[index];
  if (value === null || value === undefined) return false;
  const before = values.slice(0, index).findLast((other) => other !== null);
  const after = values.slice(index + 1).find((other) => other !== null);
  const higherBefore = before === undefined || before === null || before > value;
  const higherAfter = after === undefined || after === null || after > value;
  if (before === undefined && after === undefined) return false;
  return higherBefore && higherAfter;
}

/** Whether the line comes up to a point and leaves it upwards: a label above it would be run through. */
export function risesFrom(values: readonly (number | null)[], index: number): boolean {
  const value = values[index];
  const before = values.slice(0, index).findLast((other) => other !== null);
  const after = values.slice(index + 1).find((other) => other !== null);
  if (value === null || value === undefined) return false;
  return typeof before === "number" && typeof after === "number" && before <= value && after > value;
}

/** At most `most` of the positions, always with the first, evenly apart. */
export function thin<T>(ticks: readonly T[], most: number): T[] {
  const step = Math.max(1, Math.ceil(ticks.length / Math.max(1, most)));
  return ticks.filter((_, index) => index % step === 0);
}

/** How wide words are at a size, near enough to keep them apart. */
export function widthOf(words: string, size: number): number {
  return words.length * size * 0.6;
}

/** The first days of the months between two days, as milliseconds. */
export function monthStarts(from: number, to: number): number[] {
  const starts: number[] = [];
  const first = new Date(from);
  for (let month = 0; month < 240; month += 1) {
    const start = Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + month, 1);
    if (start > to) break;
    if (start >= from) starts.push(start);
  }
  return starts;
}
