/** A program as its form holds it, and what a new one or an edit sends. */
import type { ProgramCreate, ProgramRead, ProgramUpdate } from "@/api/gen/types.gen";
import { listOf } from "./facts";
import { supervisions } from "./supervision";
import { tiers } from "./tiers";
import { deliveries, grades, times, weekdays } from "./words";

export type Draft = {
  name: string;
  description: string;
  areas: string[];
  grades: string[];
  populations: string[];
  times_of_day: string[];
  weekdays: string[];
  delivery: string;
  supervision: string;
  languages: string;
  capacity_students: string;
  cost_to_school: string;
  est_value: string;
  outcomes: string[];
  logic_model_url: string;
  evaluation_url: string;
  evidence_tier: string;
};

export const newProgram: Draft = {
  name: "",
  description: "",
  areas: [],
  grades: [],
  populations: [],
  times_of_day: [],
  weekdays: [],
  delivery: "",
  supervision: "",
  languages: "",
  capacity_students: "",
  cost_to_school: "",
  est_value: "",
  outcomes: [],
  logic_model_url: "",
  evaluation_url: "",
  evidence_tier: "",
};

export function readProgram(program: ProgramRead): Draft {
  return {
    name: program.name,
    description: program.description ?? "",
    areas: program.areas,
    grades: grades.filter((grade) => program.grades.includes(grade)),
    populations: program.populations,
    times_of_day: times.filter((time) => program.times_of_day.includes(time)),
    weekdays: weekdays.filter((day) => program.weekdays.includes(day)),
    delivery: program.delivery ?? "",
    supervision: program.supervision ?? "",
    languages: program.languages.join(", "),
    capacity_students: program.capacity_students?.toString() ?? "",
    cost_to_school: program.cost_to_school ?? "",
    est_value: program.est_value ?? "",
    outcomes: program.outcomes,
    logic_model_url: program.logic_model_url ?? "",
    evaluation_url: program.evaluation_url ?? "",
    evidence_tier: program.evidence_tier ?? "",
  };
}

export function writeProgram(draft: Draft): ProgramCreate {
  return {
    name: draft.name.trim(),
    description: draft.description.trim() || null,
    areas: draft.areas,
    grades: grades.filter((grade) => draft.grades.includes(grade)),
    populations: draft.populations,
    times_of_day: times.filter((time) => draft.times_of_day.includes(time)),
    weekdays: weekdays.filter((day) => draft.weekdays.includes(day)),
    delivery: deliveries.find((each) => each === draft.delivery) ?? null,
    supervision: supervisions.find((each) => each === draft.supervision) ?? null,
    languages: listOf(draft.languages),
    capacity_students: draft.capacity_students === "" ? null : Number(draft.capacity_students),
    cost_to_school: draft.cost_to_school || null,
    est_value: draft.est_value || null,
    outcomes: draft.outcomes,
    logic_model_url: draft.logic_model_url.trim() || null,
    evaluation_url: draft.evaluation_url.trim() || null,
    evidence_tier: tiers.find((each) => each === draft.evidence_tier) ?? null,
  };
}

/** A merge patch of only what changed. */
export function changesOfProgram(draft: Draft, changed: readonly (keyof Draft)[]): ProgramUpdate {
  const whole = writeProgram(draft);
  const body: ProgramUpdate = {};
  for (const field of changed) carry(body, whole, field);
  return body;
}

function carry<K extends keyof Draft>(body: Pick<ProgramUpdate, K>, whole: Pick<ProgramCreate, K>, field: K) {
  Object.assign(body, { [field]: whole[field] });
}
