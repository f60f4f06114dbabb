/** What the editor holds, and how it reads from and writes to the wire. */
import type {
  AgreementCreate,
  AgreementRecord,
  AgreementUpdate,
  ExpectationWrite,
  ResourceWrite,
} from "@/api/gen/types.gen";
import type { UseFormReturn } from "react-hook-form";
import { parseMoney } from "@/lib/numbers";
import type { Agreement } from "./api";
import { sectionValues, sectionWritten, type SectionValues } from "./templates/sections";
import { answered, answerValues, noAnswers, type AnswerValues } from "./tree/answers";

export type ExpectationValues = {
  party: ExpectationWrite["party"];
  topic: ExpectationWrite["topic"];
  text: string;
};
export type ResourceValues = {
  party: ResourceWrite["party"];
  text: string;
  /** As typed, `$1,800`. */
  value: string;
  promised_by_on: string;
  school_id: string;
};

export type AgreementValues = {
  partner_id: string;
  program_ids: string[];
  is_district_wide: boolean;
  school_ids: string[];
  title: string;
  purpose: string;
  populations: string;
  schedule: string;
  expectations: ExpectationValues[];
  resources: ResourceValues[];
  financial_terms: string;
  cost: string;
  funding_source: string;
  type: AgreementCreate["type"];
  term_kind: NonNullable<AgreementCreate["term_kind"]>;
  starts_on: string;
  ends_on: string;
  notice_days: string;
  is_binding: boolean;
  shares_student_records: boolean;
  /** Only of one that is recorded after it was signed elsewhere. */
  signed_elsewhere_on: string;
  answers: AnswerValues;
  type_reason: string;
  template_version_id: string;
  sections: SectionValues[];
};

export type Field = keyof AgreementValues;
export type AgreementForm = UseFormReturn<AgreementValues>;

export const emptyExpectation: ExpectationValues = { party: "partner", topic: "staffing", text: "" };
export const emptyResource: ResourceValues = {
  party: "school",
  text: "",
  value: "",
  promised_by_on: "",
  school_id: "",
};

export function emptyValues(start: { partner?: string; school?: string; program?: string }): AgreementValues {
  return {
    partner_id: start.partner ?? "",
    program_ids: start.program ? [start.program] : [],
    is_district_wide: false,
    school_ids: start.school ? [start.school] : [],
    title: "",
    purpose: "",
    populations: "",
    schedule: "",
    expectations: [],
    resources: [],
    financial_terms: "",
    cost: "",
    funding_source: "",
    type: "mou",
    term_kind: "school_year",
    starts_on: "",
    ends_on: "",
    notice_days: "30",
    is_binding: true,
    shares_student_records: false,
    signed_elsewhere_on: "",
    answers: noAnswers,
    type_reason: "",
    template_version_id: "",
    sections: [],
  };
}

export function valuesOf(agreement: Agreement): AgreementValues {
  return {
    partner_id: agreement.partner.id,
    program_ids: agreement.programs.map(({ id }) => id),
    is_district_wide: agreement.is_district_wide,
    school_ids: agreement.schools.map(({ school }) => school.id),
    title: agreement.title,
    purpose: agreement.purpose ?? "",
    populations: agreement.populations ?? "",
    schedule: agreement.schedule ?? "",
    expectations: agreement.expectations.map(({ party, topic, text }) => ({ party, topic, text })),
    resources: agreement.resources.map(({ party, text, value, promised_by_on, school }) => ({
      party,
      text,
      value: value ?? "",
      promised_by_on: promised_by_on ?? "",
      school_id: school?.id ?? "",
    })),
    financial_terms: agreement.financial_terms ?? "",
    cost: agreement.cost ?? "",
    funding_source: agreement.funding_source ?? "",
    type: agreement.type,
    term_kind: agreement.term_kind,
    starts_on: agreement.starts_on,
    ends_on: agreement.ends_on,
    notice_days: agreement.notice_days === null ? "" : String(agreement.notice_days),
    is_binding: agreement.is_binding,
    shares_student_records: agreement.shares_student_records,
    signed_elsewhere_on: agreement.signed_elsewhere_on ?? "",
    answers: answerValues(agreement.choice?.answers),
    type_reason: agreement.choice?.reason ?? "",
    template_version_id: agreement.template?.version_id ?? "",
    sections: agreement.sections.map(sectionValues),
  };
}

function prose(typed: string): string | null {
  return typed.trim() === "" ? null : typed.trim();
}

function resource({ party, text, value, promised_by_on, school_id }: ResourceValues): ResourceWrite {
  return {
    party,
    text: text.trim(),
    value: value.trim() === "" ? null : parseMoney(value),
    promised_by_on: promised_by_on === "" ? null : promised_by_on,
    school_id: school_id === "" ? null : school_id,
  };
}

type Chosen = Pick<AgreementUpdate, "answers" | "type_reason" | "template_version_id">;

/** How it was begun: the answers, why it is another type than they lead to, and its template. */
function chosen(values: AgreementValues): Required<Chosen> {
  return {
    answers: answered(values.answers),
    type_reason: prose(values.type_reason),
    template_version_id: values.template_version_id === "" ? null : values.template_version_id,
  };
}

/** Everything but the partner, and how it was begun, as the wire writes it. */
function written(values: AgreementValues): Required<Omit<AgreementUpdate, keyof Chosen | "sections">> {
  return {
    program_ids: values.program_ids,
    is_district_wide: values.is_district_wide,
    school_ids: values.is_district_wide ? [] : values.school_ids,
    title: values.title.trim(),
    purpose: prose(values.purpose),
    populations: prose(values.populations),
    schedule: prose(values.schedule),
    expectations: values.expectations.map(({ party, topic, text }) => ({ party, topic, text: text.trim() })),
    resources: values.resources.map(resource),
    financial_terms: prose(values.financial_terms),
    cost: values.cost.trim() === "" ? null : parseMoney(values.cost),
    funding_source: prose(values.funding_source),
    type: values.type,
    term_kind: values.term_kind,
    starts_on: values.starts_on,
    ends_on: values.ends_on,
    notice_days: values.notice_days.trim() === "" ? null : Number(values.notice_days),
    is_binding: values.is_binding,
    shares_student_records: values.shares_student_records,
  };
}

export function toCreate(values: AgreementValues): AgreementCreate {
  return { partner_id: values.partner_id, ...written(values), ...chosen(values) };
}

export function toRecord(values: AgreementValues): AgreementRecord {
  const on = values.signed_elsewhere_on;
  return { partner_id: values.partner_id, ...written(values), signed_elsewhere_on: on === "" ? null : on };
}

/** A merge patch of the fields that changed. */
export function toUpdate(fields: readonly string[], values: AgreementValues): AgreementUpdate {
  const changed = new Set(fields);
  if (changed.has("is_district_wide")) changed.add("school_ids");
  // another template brings its own sections
  if (changed.has("template_version_id")) changed.delete("sections");
  const sections = values.sections.map(sectionWritten);
  const all = Object.entries({ ...written(values), ...chosen(values), sections });
  return Object.fromEntries(all.filter(([field]) => changed.has(field)));
}
