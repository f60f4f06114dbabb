/** The days that a timeline shows, and where each stands among them. */
import { addDays, daysBetween, formatSchoolYear, schoolYearOf, schoolYearSpan, type Day } from "@/lib/dates";
import type { Zoom } from "../search";
import { addMonths, firstDay, lastDay, monthOf, shortMonthName } from "./months";

export const WIDTH = 1000;

export type Span = {
  from: Day;
  to: Day;
  /** Its parts, by the day on which each begins. */
  parts: { from: Day; label: string }[];
};

/** Three school years around the one that is asked for, that year, or three months from the day's own. */
export function spanOf(zoom: Zoom | undefined, day: Day, year: string | undefined, locale: string): Span {
  const middle = year ?? schoolYearOf(day);
  const { from, to } = schoolYearSpan(middle);
  if (zoom === "quarter") {
    const start = day >= from && day <= to ? monthOf(day) : monthOf(from);
    return { from: firstDay(start), to: lastDay(addMonths(start, 2)), parts: months(start, 3, locale) };
  }
  if (zoom === "year") return { from, to, parts: months(monthOf(from), 12, locale) };
  const first = Number(middle.slice(0, 4)) - 1;
  const years = [first, first + 1, first + 2].map((start) => `${start}-${start + 1}`);
  const parts = years.map((label) => ({ from: schoolYearSpan(label).from, label: formatSchoolYear(label) }));
  return { from: parts[0]?.from ?? from, to: schoolYearSpan(years[2] ?? middle).to, parts };
}

function months(first: string, count: number, locale: string): Span["parts"] {
  return Array.from({ length: count }, (_, place) => {
    const month = addMonths(first, place);
    return { from: firstDay(month), label: shortMonthName(month, locale) };
  });
}

/** Where a day stands, from 0 to `WIDTH`; days outside stand at the edge. */
export function placeOf(span: Span, day: Day): number {
  const whole = daysBetween(span.from, span.to) + 1;
  return Math.min(WIDTH, Math.max(0, (daysBetween(span.from, day) / whole) * WIDTH));
}

/** The bar of what runs from one day through another; none when it is all before or after. */
export function barOf(span: Span, first: Day, last: Day): { x: number; width: number } | null {
  if (last < span.from || first > span.to || last < first) return null;
  const x = placeOf(span, first);
  return { x, width: Math.max(4, placeOf(span, addDays(last, 1)) - x) };
}
