/** A new target as its form holds it, and what it sends. */
import type { TargetCreate } from "@/api/gen/types.gen";
import { schoolYearSpan } from "@/lib/dates";
import { readNumber } from "./enter-rows";
import { directions, populations, units } from "./words";

type Draft = {
  program_id: string;
  partnership_ids: string[];
  name: string;
  measure: string;
  unit: string;
  direction: string;
  population: string;
  population_words: string;
  baseline_value: string;
  baseline_source: string;
  target_input: string;
};

export const newTarget: Draft = {
  program_id: "",
  partnership_ids: [],
  name: "",
  measure: "",
  unit: "percent",
  direction: "increase",
  population: "students_served",
  population_words: "",
  baseline_value: "",
  baseline_source: "",
  target_input: "",
};

/** The period is the school year; what the form does not ask stays as the server has it. */
export function writeTarget(draft: Draft, year: string): TargetCreate {
  const { from, to } = schoolYearSpan(year);
  const population = populations.find((each) => each === draft.population) ?? "students_served";
  const baseline = readNumber(draft.baseline_value, false);
  const direction = directions.find((each) => each === draft.direction) ?? "increase";
  return {
    partnership_ids: draft.partnership_ids,
    program_id: draft.program_id,
    school_year: year,
    name: draft.name.trim(),
    kind: "better_off",
    measure: draft.measure.trim(),
    unit: units.find((each) => each === draft.unit) ?? "count",
    direction,
    is_lower_better: direction === "decrease",
    aggregation: "latest",
    population,
    population_words: draft.population_words.trim(),
    period_starts_on: from,
    period_ends_on: to,
    baseline_value: baseline,
    baseline_population: baseline === null ? null : population,
    baseline_source: draft.baseline_source.trim() || null,
    target_input: readNumber(draft.target_input, false),
  };
}
