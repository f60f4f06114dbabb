/** A target's definition as its form holds it, in words as typed, and what it sends. No screen, no requests. */
import type { UseFormReturn } from "react-hook-form";
import type { TargetCreate, TargetUpdate } from "@/api/gen/types.gen";
import { schoolYearSpan } from "@/lib/dates";
import { readNumber } from "./amounts";
import type { Target } from "./api";
import {
  aggregations,
  aggregationsOf,
  directions,
  kinds,
  methods,
  paces,
  populations,
  units,
  type Aggregation,
  type Kind,
  type Unit,
} from "./definition-words";

type Milestone = { due_on: string; value: string };

/** Named as the API names its fields, so that what it refuses is said beside the field. */
export type Draft = {
  program_id: string;
  partnership_ids: string[];
  school_year: string;
  name: string;
  kind: string;
  measure: string;
  unit: string;
  direction: string;
  aggregation: string;
  population: string;
  population_words: string;
  /** Whether the baseline is not known, counted, or known as a value. */
  baseline: string;
  baseline_value: string;
  baseline_numerator: string;
  baseline_denominator: string;
  baseline_source: string;
  baseline_period: string;
  target_method: string;
  target_input: string;
  period_starts_on: string;
  period_ends_on: string;
  pace: string;
  milestones: Milestone[];
  reporting_interval_days: string;
  data_source: string;
  need_id: string;
};

export type DraftForm = UseFormReturn<Draft>;

function among<T extends string>(known: readonly T[], value: string, otherwise: T): T {
  return known.find((each) => each === value) ?? otherwise;
}

export const unitOf = (draft: Pick<Draft, "unit">): Unit => among(units, draft.unit, "percent");
export const isShare = (unit: Unit) => unit === "percent" || unit === "ratio";

/** What is usual for what is measured: shares for how well and better off, a sum from nothing for how much. */
export function usual(kind: Kind): Pick<Draft, "unit" | "aggregation" | "baseline" | "baseline_value"> {
  return kind === "how_much"
    ? { unit: "count", aggregation: "cumulative", baseline: "value", baseline_value: "0" }
    : { unit: "percent", aggregation: "latest", baseline: "counts", baseline_value: "" };
}

/** Results that add up begin at nothing. */
export function usualAggregation(unit: Unit): Aggregation {
  return aggregationsOf(unit)[0] ?? "latest";
}

/** A new target for the rest of a school year, reported every six weeks. */
export function newDraft(year: string, today: string): Draft {
  const { from, to } = schoolYearSpan(year);
  return {
    program_id: "",
    partnership_ids: [],
    school_year: year,
    name: "",
    kind: "better_off",
    measure: "",
    direction: "increase",
    population: "students_served",
    population_words: "",
    ...usual("better_off"),
    baseline_numerator: "",
    baseline_denominator: "",
    baseline_source: "",
    baseline_period: "",
    target_method: "absolute",
    target_input: "",
    period_starts_on: today > from && today < to ? today : from,
    period_ends_on: to,
    pace: "linear",
    milestones: [],
    reporting_interval_days: "45",
    data_source: "",
    need_id: "",
  };
}

const said = (value: number | null) => (value === null ? "" : String(value));

/** A target as the form shows it. */
export function readDraft(target: Target): Draft {
  const counted = target.baseline_numerator !== null;
  return {
    program_id: target.program.id,
    partnership_ids: target.schools.map(({ partnership_id: id }) => id).sort(),
    school_year: target.school_year,
    name: target.name,
    kind: target.kind,
    measure: target.measure,
    unit: target.unit,
    direction: target.direction,
    aggregation: target.aggregation,
    population: target.population,
    population_words: target.population_words,
    baseline: target.baseline_value === null ? "none" : counted ? "counts" : "value",
    baseline_value: counted ? "" : said(target.baseline_value),
    baseline_numerator: said(target.baseline_numerator),
    baseline_denominator: said(target.baseline_denominator),
    baseline_source: target.baseline_source ?? "",
    baseline_period: target.baseline_period ?? "",
    target_method: target.target_method,
    target_input: said(target.target_input),
    period_starts_on: target.period_starts_on,
    period_ends_on: target.period_ends_on,
    pace: target.pace,
    milestones: target.milestones.map(({ due_on, value }) => ({ due_on, value: String(value) })),
    reporting_interval_days: said(target.reporting_interval_days),
    data_source: target.data_source ?? "",
    need_id: target.need?.id ?? "",
  };
}

/** What a new target sends. */
export function writeDraft(draft: Draft): TargetCreate {
  const unit = unitOf(draft);
  const population = among(populations, draft.population, "students_served");
  const isKnown = draft.baseline !== "none";
  const isCounted = draft.baseline === "counts" && isShare(unit);
  const method = among(methods, draft.target_method, "absolute");
  const pace = among(paces, draft.pace, "linear");
  return {
    partnership_ids: draft.partnership_ids,
    school_year: draft.school_year,
    name: draft.name.trim(),
    kind: among(kinds, draft.kind, "better_off"),
    measure: draft.measure.trim() || draft.name.trim(),
    unit,
    direction: among(directions, draft.direction, "increase"),
    aggregation: among(aggregations, draft.aggregation, usualAggregation(unit)),
    population,
    population_words: draft.population_words.trim(),
    baseline_value: isKnown && !isCounted ? readNumber(draft.baseline_value) : null,
    baseline_numerator: isCounted ? readNumber(draft.baseline_numerator, true) : null,
    baseline_denominator: isCounted ? readNumber(draft.baseline_denominator, true) : null,
    baseline_population: isKnown ? population : null,
    baseline_source: isKnown ? draft.baseline_source.trim() || null : null,
    baseline_period: isKnown ? draft.baseline_period.trim() || null : null,
    target_method: method,
    target_input: method === "maintain_baseline" ? null : readNumber(draft.target_input),
    period_starts_on: draft.period_starts_on,
    period_ends_on: draft.period_ends_on,
    pace,
    milestones:
      pace === "milestone"
        ? draft.milestones.map(({ due_on, value }) => ({ due_on, value: readNumber(value) ?? 0 }))
        : [],
    reporting_interval_days: pace === "end_only" ? null : readNumber(draft.reporting_interval_days, true),
    data_source: draft.data_source.trim() || null,
    need_id: draft.need_id || null,
  };
}

const ofBaseline = [
  "baseline_value",
  "baseline_numerator",
  "baseline_denominator",
  "baseline_population",
  "baseline_source",
  "baseline_period",
] as const;

/** An edit: what changed, the baseline as a whole, since its parts only make sense together. */
export function writeChanges(changed: readonly string[], draft: Draft): TargetUpdate {
  const { program_id: _, ...whole } = writeDraft(draft);
  const names = new Set<string>(changed);
  const touches = ["baseline", "unit", "population"].some((name) => names.has(name));
  if (touches || ofBaseline.some((name) => names.has(name))) for (const name of ofBaseline) names.add(name);
  if (names.has("target_method")) names.add("target_input");
  if (names.has("pace")) for (const name of ["milestones", "reporting_interval_days"]) names.add(name);
  return Object.fromEntries(Object.entries(whole).filter(([name]) => names.has(name)));
}
