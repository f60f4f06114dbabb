/** A target over two schools as the API tells it, for tests to change. */
import type { Figure, ResultRead, TargetItem, TargetRead } from "@/api/gen/types.gen";
import { zTargetRead } from "@/api/gen/zod.gen";

export const id = (number: number) => `018f0000-0000-7000-8000-${String(number).padStart(12, "0")}`;

export const alder = { id: id(11), name: "Alderbrook School" };
export const birch = { id: id(12), name: "Birchwell School" };

export const hiddenFigure: Figure = {
  value: null,
  numerator: null,
  denominator: null,
  words: null,
  suppressed: true,
  reason: "small_n",
};

export function share(numerator: number, denominator: number): Figure {
  const value = (100 * numerator) / denominator;
  return { value, numerator, denominator, words: `${value.toFixed(1)}%`, suppressed: false, reason: null };
}

export function amount(value: number): Figure {
  return { value, numerator: null, denominator: null, words: String(value), suppressed: false, reason: null };
}

export const nothing: Figure = {
  value: null,
  numerator: null,
  denominator: null,
  words: null,
  suppressed: false,
  reason: null,
};

type School = TargetRead["schools"][number];

export function aSchool(school: { id: string; name: string }, values: Partial<School> = {}): School {
  return {
    school,
    partnership_id: school.id.replace("018f", "018e"),
    word: "agreed",
    by: "Carla Whitfield",
    on: "2019-10-22",
    reason: null,
    latest: share(6, 8),
    latest_on: "2020-01-24",
    is_verified: true,
    may_enter: false,
    allowed_moves: [],
    ...values,
  };
}

export function aResult(
  number: number,
  school: { id: string; name: string },
  values: Partial<ResultRead> = {},
): ResultRead {
  return {
    id: id(number),
    version: 1,
    target: { id: id(1), name: "Reading on grade level" },
    school,
    as_of_on: "2020-01-24",
    figure: share(6, 8),
    population: "students_served",
    status: "verified",
    status_reason: null,
    source: "manual",
    note: null,
    entered_by: "Tomas Adeyemi",
    is_partners: true,
    entered_at: "2020-01-25T00:10:00Z",
    verified_by: "Renee Castellano",
    updated_at: "2020-01-27T14:40:00Z",
    allowed_moves: [],
    ...values,
  };
}

export function progressOf(values: Partial<TargetRead["progress"]> = {}): TargetRead["progress"] {
  return {
    status: "in_progress",
    percent: 67.5,
    percent_words: "67.5%",
    change: 22.916666666666668,
    is_met: false,
    allowance_used: null,
    bar: 67.5,
    rating: "on_track",
    finding: "Reading on grade level: 71 of 96 students served (74.0%), up from 51.0%.",
    finding_said: [],
    latest: share(71, 96),
    as_of_on: "2020-01-24",
    is_provisional: false,
    schools_reporting: 2,
    result_due_on: "2020-03-09",
    data_overdue: false,
    suppressed: false,
    ...values,
  };
}

export function aTarget(values: Partial<TargetRead> = {}): TargetRead {
  const target: TargetRead = {
    id: id(1),
    version: 15,
    school_year: "2019-2020",
    name: "Reading on grade level",
    kind: "better_off",
    measure: "Tutored students who read on grade level",
    unit: "percent",
    direction: "increase",
    is_lower_better: false,
    aggregation: "latest",
    population: "students_served",
    population_words: "Students tutored in reading",
    baseline_value: 51.041666666666664,
    baseline_numerator: 49,
    baseline_denominator: 96,
    baseline_population: "students_served",
    baseline_source: "Reading check of October 11",
    baseline_period: "October 2019",
    target_method: "absolute",
    target_input: 85,
    target_value: 85,
    period_starts_on: "2019-10-11",
    period_ends_on: "2020-06-12",
    pace: "linear",
    milestones: [],
    reporting_interval_days: 45,
    data_source: "Reading check given by Riverbend tutors",
    status: "open",
    status_reason: null,
    proposed_by_side: "partner",
    proposed_on: "2019-10-15",
    revises_id: null,
    revised_by_id: null,
    created_at: "2019-10-14T15:30:00Z",
    updated_at: "2019-10-22T22:00:00Z",
    partner: { id: id(2), name: "Riverbend Learning" },
    program: { id: id(3), name: "Reading tutoring" },
    need: { id: id(4), title: "More grade 3–5 students reading on grade level" },
    partner_word: { word: "agreed", by: "Tomas Adeyemi", on: "2019-10-15" },
    school_count: 2,
    schools_agreed: 2,
    schools_opted_out: 0,
    schools: [aSchool(alder), aSchool(birch, { latest: share(7, 9) })],
    progress: progressOf(),
    series: [
      { as_of_on: "2019-11-22", figure: share(55, 96), schools: 2, is_provisional: false },
      { as_of_on: "2019-12-20", figure: share(64, 96), schools: 2, is_provisional: false },
    ],
    results: [],
    may_edit: false,
    can_ask_again: false,
    allowed_moves: [],
    ...values,
  };
  zTargetRead.parse(target);
  return target;
}

export function anItem(values: Partial<TargetItem> = {}): TargetItem {
  const target = aTarget();
  return {
    id: target.id,
    version: target.version,
    name: target.name,
    kind: target.kind,
    measure: target.measure,
    unit: target.unit,
    direction: target.direction,
    population: target.population,
    population_words: target.population_words,
    school_year: target.school_year,
    status: target.status,
    baseline_value: target.baseline_value,
    target_value: target.target_value,
    period_starts_on: target.period_starts_on,
    period_ends_on: target.period_ends_on,
    pace: target.pace,
    updated_at: target.updated_at,
    partner: target.partner,
    program: target.program,
    need: target.need,
    schools: [alder, birch],
    school_count: 2,
    may_enter: false,
    progress: target.progress,
    series: target.series,
    ...values,
  };
}
