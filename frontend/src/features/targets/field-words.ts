/** The fields of a definition and their values in words, for a choice between two of them. */
import { t } from "@lingui/core/macro";
import { formatDay } from "@/lib/dates";
import { isDay } from "@/ui/fields/date-field";
import {
  aggregationName,
  aggregations,
  directionName,
  directions,
  intervalName,
  kindName,
  kinds,
  methodName,
  methods,
  paceName,
  paces,
  populationName,
  populations,
  unitName,
  units,
} from "./definition-words";
import type { Draft } from "./draft";

export function fieldName(field: keyof Draft): string {
  const names: Record<keyof Draft, string> = {
    program_id: t`Program`,
    partnership_ids: t`Schools`,
    school_year: t`School year`,
    name: t`Name`,
    kind: t`What kind of result`,
    measure: t`What exactly is counted`,
    unit: t`Counted as`,
    direction: t`Direction`,
    aggregation: t`How results count`,
    population: t`Whose result it is`,
    population_words: t`In words`,
    baseline: t`What is known of the start`,
    baseline_value: t`Value at the start`,
    baseline_numerator: t`How many`,
    baseline_denominator: t`Of how many`,
    baseline_source: t`Where the number is from`,
    baseline_period: t`When it was measured`,
    target_method: t`How the target is set`,
    target_input: t`Value to reach`,
    period_starts_on: t`First day`,
    period_ends_on: t`Last day`,
    pace: t`Pace`,
    milestones: t`Milestones`,
    reporting_interval_days: t`Results come in`,
    data_source: t`Where results come from`,
    need_id: t`The need it answers`,
  };
  return names[field];
}

function oneOf<T extends string>(known: readonly T[], value: string, say: (each: T) => string): string {
  const found = known.find((each) => each === value);
  return found === undefined ? value : say(found);
}

export function fieldWords(field: keyof Draft, draft: Draft): string {
  const value = draft[field];
  if (field === "partnership_ids") return t`${draft.partnership_ids.length} schools`;
  if (field === "milestones")
    return draft.milestones.map((each) => `${day(each.due_on)}: ${each.value}`).join("; ") || t`None`;
  if (typeof value !== "string" || value === "") return t`Empty`;
  switch (field) {
    case "kind":
      return oneOf(kinds, value, kindName);
    case "unit":
      return oneOf(units, value, unitName);
    case "direction":
      return oneOf(directions, value, directionName);
    case "aggregation":
      return oneOf(aggregations, value, aggregationName);
    case "population":
      return oneOf(populations, value, populationName);
    case "target_method":
      return oneOf(methods, value, methodName);
    case "pace":
      return oneOf(paces, value, paceName);
    case "reporting_interval_days":
      return intervalName(Number(value));
    case "baseline":
      return value === "none" ? t`Not known` : value === "counts" ? t`Counted` : t`A value`;
    case "period_starts_on":
    case "period_ends_on":
      return day(value);
    default:
      return value;
  }
}

function day(value: string): string {
  return isDay(value) ? formatDay(value) : value;
}
