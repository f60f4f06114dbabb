/** Words for what a target's definition says in codes. */
import { t } from "@lingui/core/macro";
import type { TargetRead } from "@/api/gen/types.gen";

export type Unit = TargetRead["unit"];
export type Kind = TargetRead["kind"];
export type Direction = TargetRead["direction"];
export type Aggregation = TargetRead["aggregation"];
export type Population = TargetRead["population"];
export type Method = TargetRead["target_method"];
export type Pace = TargetRead["pace"];

export const units = ["count", "percent", "ratio", "score", "hours", "currency"] as const;
export const kinds = ["how_much", "how_well", "better_off"] as const;
export const directions = ["increase", "decrease", "maintain"] as const;
export const populations = ["students_served", "grade_or_group", "whole_school"] as const;
export const methods = [
  "absolute",
  "percentage_point",
  "percent_improvement",
  "maintain_baseline",
  "projection",
  "policy",
] as const;
export const paces = ["linear", "milestone", "end_only"] as const;
export const aggregations = ["latest", "cumulative", "average", "rate"] as const;
export const intervals = [7, 14, 30, 45, 60, 90, 180] as const;

export function kindName(kind: Kind): string {
  switch (kind) {
    case "how_much":
      return t`How much was done`;
    case "how_well":
      return t`How well it was done`;
    case "better_off":
      return t`Whether students are better off`;
  }
}

export function kindExample(kind: Kind): string {
  switch (kind) {
    case "how_much":
      return t`Such as sessions held, students reached, books taken home`;
    case "how_well":
      return t`Such as sessions that ran their full length, families who came back`;
    case "better_off":
      return t`Such as students who read on grade level, students who pass every course`;
  }
}

export function unitName(unit: Unit): string {
  switch (unit) {
    case "count":
      return t`A number, such as 120 sessions`;
    case "percent":
      return t`A share, such as 71 of 96`;
    case "ratio":
      return t`A ratio, such as 12 students to a tutor`;
    case "score":
      return t`A score, such as 3.5 points`;
    case "hours":
      return t`Hours`;
    case "currency":
      return t`Dollars`;
  }
}

export function directionName(direction: Direction): string {
  switch (direction) {
    case "increase":
      return t`It should rise`;
    case "decrease":
      return t`It should fall`;
    case "maintain":
      return t`It should stay as it is`;
  }
}

export function aggregationName(aggregation: Aggregation): string {
  switch (aggregation) {
    case "latest":
      return t`The latest result of each school counts`;
    case "cumulative":
      return t`Each result adds to those before`;
    case "average":
      return t`The average of all results counts`;
    case "rate":
      return t`All results count together, as one share`;
  }
}

/** Which ways of adding up make sense for a unit: shares never add up. */
export function aggregationsOf(unit: Unit): readonly Aggregation[] {
  switch (unit) {
    case "percent":
    case "ratio":
      return ["latest", "rate"];
    case "score":
      return ["latest", "average"];
    default:
      return ["cumulative", "latest", "average"];
  }
}

export function populationName(kind: Population): string {
  switch (kind) {
    case "students_served":
      return t`The students the program serves`;
    case "grade_or_group":
      return t`One grade or group`;
    case "whole_school":
      return t`The whole school`;
  }
}

/** The rule of the same students, in words. */
export function populationRule(kind: Population): string {
  return kind === "whole_school"
    ? t`A number about the whole school is context: it is shown beside the partner’s work and never counted as its result.`
    : t`Baseline and results are about these students and no others, so that the change is theirs.`;
}

export function methodName(method: Method): string {
  switch (method) {
    case "absolute":
      return t`A value to reach`;
    case "percentage_point":
      return t`So many points from the baseline`;
    case "percent_improvement":
      return t`So many percent of the baseline`;
    case "maintain_baseline":
      return t`Keep the baseline`;
    case "projection":
      return t`A value that past years point to`;
    case "policy":
      return t`A value that a rule or grant sets`;
  }
}

export function paceName(pace: Pace): string {
  switch (pace) {
    case "linear":
      return t`A steady pace until the end`;
    case "milestone":
      return t`By milestones on the way`;
    case "end_only":
      return t`Measured once, at the end`;
  }
}

export function intervalName(days: number): string {
  switch (days) {
    case 7:
      return t`Every week`;
    case 14:
      return t`Every two weeks`;
    case 30:
      return t`Every month`;
    case 45:
      return t`Every six weeks`;
    case 60:
      return t`Every two months`;
    case 90:
      return t`Every three months`;
    case 180:
      return t`Twice a year`;
    default:
      return t`Every ${days} days`;
  }
}
