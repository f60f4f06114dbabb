/** A requirement as its form holds it, and as it is sent. */
import type {
  RequirementCreate,
  RequirementRead,
  RequirementReplace,
  RequirementUpdate,
} from "@/api/gen/types.gen";
import { organizationKinds } from "@/features/partners";
import { parseMoney } from "@/lib/numbers";
import { checkKinds, coverages } from "./words";

export const requirementKinds = [
  "insurance_certificate",
  "endorsement",
  "background_check",
  "agency_letter",
] as const;
export const deliveries = ["in_person", "virtual", "hybrid"] as const;
export const times = ["before_school", "school_day", "after_school", "weekend", "summer"] as const;
export const grades = ["PK", "K", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"] as const;
export const payments = ["paid", "free"] as const;
export const supervisions = ["alone", "staff_present"] as const;
export const insteads = ["agency_letter", "staff_present"] as const;

export type Draft = {
  kind: string;
  title: string;
  coverage: string;
  min_each: string;
  min_aggregate: string;
  check_kinds: string[];
  months: string;
  deliveries: string[];
  times_of_day: string[];
  grades: string[];
  place: string[];
  areas: string[];
  org_types: string[];
  payment: string;
  supervision: string;
  /** The one program of which it is asked; empty: of all. */
  program_id: string;
  accepts_instead: string[];
  note: string;
  enforced_from: string;
};

export const emptyDraft: Draft = {
  kind: "insurance_certificate",
  title: "",
  coverage: "general_liability",
  min_each: "",
  min_aggregate: "",
  check_kinds: [],
  months: "",
  deliveries: [],
  times_of_day: [],
  grades: [],
  place: [],
  areas: [],
  org_types: [],
  payment: "",
  supervision: "",
  program_id: "",
  accepts_instead: [],
  note: "",
  enforced_from: "",
};

const shown = (amount: string | null) => (amount === null ? "" : amount.replace(/\.00$/, ""));

export function readDraft(asked: RequirementRead): Draft {
  return {
    kind: asked.kind,
    title: asked.title,
    coverage: asked.coverage ?? "",
    min_each: shown(asked.min_each),
    min_aggregate: shown(asked.min_aggregate),
    check_kinds: asked.check_kinds,
    months: asked.validity_months === null ? "" : String(asked.validity_months),
    deliveries: asked.deliveries,
    times_of_day: asked.times_of_day,
    grades: asked.grades,
    place: asked.needs_place ? ["yes"] : [],
    areas: asked.areas,
    org_types: asked.org_types,
    payment: asked.payment ?? "",
    supervision: asked.supervision ?? "",
    program_id: asked.program_id ?? "",
    accepts_instead: asked.accepts_instead,
    note: asked.note ?? "",
    enforced_from: asked.enforced_from,
  };
}

function among<const T extends string>(known: readonly T[], chosen: readonly string[]): T[] {
  return known.filter((one) => chosen.includes(one));
}

export function writeTerms(draft: Draft): RequirementReplace {
  const isInsurance = draft.kind === "insurance_certificate";
  const isPersonal = draft.kind === "background_check";
  const covers = isInsurance || draft.kind === "endorsement";
  return {
    title: draft.title.trim(),
    coverage: (covers && coverages.find((one) => one === draft.coverage)) || null,
    min_each: isInsurance ? parseMoney(draft.min_each) : null,
    min_aggregate: isInsurance ? parseMoney(draft.min_aggregate) : null,
    check_kinds: isPersonal ? among(checkKinds, draft.check_kinds) : [],
    validity_months: draft.months.trim() === "" ? null : Number(draft.months),
    deliveries: among(deliveries, draft.deliveries),
    times_of_day: among(times, draft.times_of_day),
    grades: among(grades, draft.grades),
    needs_place: draft.place.length > 0,
    areas: draft.areas,
    org_types: among(organizationKinds, draft.org_types),
    payment: payments.find((one) => one === draft.payment) ?? null,
    supervision: supervisions.find((one) => one === draft.supervision) ?? null,
    program_id: draft.program_id || null,
    accepts_instead: isPersonal ? among(insteads, draft.accepts_instead) : [],
    note: draft.note.trim() || null,
    enforced_from: draft.enforced_from,
  };
}

export function writeNew(draft: Draft): RequirementCreate {
  const kind = requirementKinds.find((one) => one === draft.kind) ?? "insurance_certificate";
  return { ...writeTerms(draft), kind };
}

/** An edit names only the fields that were changed. */
export function writeChanges(draft: Draft, changed: readonly (keyof Draft)[]): RequirementUpdate {
  const terms = writeTerms(draft);
  const has = (field: keyof Draft) => changed.includes(field);
  return {
    ...(has("title") && { title: terms.title }),
    ...(has("coverage") && { coverage: terms.coverage ?? null }),
    ...(has("min_each") && { min_each: terms.min_each ?? null }),
    ...(has("min_aggregate") && { min_aggregate: terms.min_aggregate ?? null }),
    ...(has("check_kinds") && { check_kinds: terms.check_kinds ?? [] }),
    ...(has("months") && { validity_months: terms.validity_months ?? null }),
    ...(has("deliveries") && { deliveries: terms.deliveries ?? [] }),
    ...(has("times_of_day") && { times_of_day: terms.times_of_day ?? [] }),
    ...(has("grades") && { grades: terms.grades ?? [] }),
    ...(has("areas") && { areas: terms.areas ?? [] }),
    ...(has("org_types") && { org_types: terms.org_types ?? [] }),
    ...(has("payment") && { payment: terms.payment ?? null }),
    ...(has("supervision") && { supervision: terms.supervision ?? null }),
    ...(has("program_id") && { program_id: terms.program_id ?? null }),
    ...(has("place") && { needs_place: terms.needs_place ?? false }),
    ...(has("accepts_instead") && { accepts_instead: terms.accepts_instead ?? [] }),
    ...(has("note") && { note: terms.note ?? null }),
    ...(has("enforced_from") && { enforced_from: terms.enforced_from }),
  };
}
