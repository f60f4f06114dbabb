/** The days of instruction as a form holds them, and what two people who set them at once differ in. */
import { t } from "@lingui/core/macro";
import type { InstructionDaysWrite } from "@/api/gen/types.gen";
import { formatDay, formatSpan, type Day } from "@/lib/dates";
import { isDay } from "@/ui/fields/date-field";
import type { InstructionDays } from "./instruction-api";

export type Year = InstructionDays["years"][number];
export type YearValues = { label: string; first_day_on: string; last_day_on: string };
export type InstructionValues = { years: YearValues[] };

/** This year and the next are set; what is over is only read. */
export function valuesOf({ years }: InstructionDays, today: Day): InstructionValues {
  return {
    years: years
      .filter(({ ends_on: end }) => end >= today)
      .toReversed()
      .map(({ label, first_day_on: first, last_day_on: last }) => ({
        label,
        first_day_on: first ?? "",
        last_day_on: last ?? "",
      })),
  };
}

export function toBody({ years }: InstructionValues): InstructionDaysWrite {
  return {
    years: years.map(({ label, first_day_on: first, last_day_on: last }) => ({
      label,
      first_day_on: first === "" ? null : first,
      last_day_on: last === "" ? null : last,
    })),
  };
}

export function yearWords({ first_day_on: first, last_day_on: last }: YearValues | Year): string {
  return first && last ? formatSpan(first, last) : t`Not entered`;
}

/** “2019–2020”, as people write a school year. */
export function yearName(label: string): string {
  return label.replace("-", "–");
}

const same = (one: YearValues | undefined, other: YearValues | undefined) =>
  one?.first_day_on === other?.first_day_on && one?.last_day_on === other?.last_day_on;

/** A year that only one of the two changed is taken from that one; one that both changed differently is asked about. */
export function reconcile(before: InstructionValues, mine: InstructionValues, theirs: InstructionValues) {
  const of = ({ years }: InstructionValues, label: string) => years.find((each) => each.label === label);
  const disputed: string[] = [];
  const years = theirs.years.map((other) => {
    const own = of(mine, other.label);
    const was = of(before, other.label);
    if (own === undefined || same(own, was) || same(own, other)) return other;
    if (!same(other, was)) disputed.push(other.label);
    return own;
  });
  return { values: { years }, disputed };
}

export function dayProblem(typed: string, { starts_on: from, ends_on: to }: Year): string | true {
  if (typed === "") return true;
  if (!isDay(typed)) return t`Enter a month, a day and a year`;
  if (typed >= from && typed <= to) return true;
  const first = formatDay(from);
  const last = formatDay(to);
  return t`Enter a day from ${first} to ${last}`;
}

export function lastProblem(typed: string, first: string, year: Year): string | true {
  if (typed === "") return first === "" || t`Enter the last day too, or neither`;
  if (first === "") return t`Enter the first day too, or neither`;
  const problem = dayProblem(typed, year);
  if (problem !== true) return problem;
  return typed >= first || t`Enter a day after the first day`;
}
