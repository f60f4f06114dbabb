/** The terms about student records as a form holds them: lists are one entry a line, numbers as typed. */
import type { UseFormReturn } from "react-hook-form";
import type { DataTermsWrite } from "@/api/gen/types.gen";
import { bases, type Terms } from "./words";

const prose = [
  "users",
  "institutional_function",
  "direct_control",
  "representative",
  "consent",
  "opt_outs",
  "redisclosure",
  "security",
  "retention",
  "breach_contact",
  "parents_access",
  "framework",
] as const;
export type ProseName = (typeof prose)[number];

export type DataValues = Record<ProseName, string> & {
  basis: string;
  data_elements: string;
  directory_elements: string;
  no_identification: boolean;
  may_redisclose: boolean;
  destruction_days: string;
  breach_hours: string;
};

export type DataForm = UseFormReturn<DataValues>;

const text = (value: string | null | undefined) => value ?? "";
const number = (value: number | null | undefined) => String(value ?? "");

export function valuesOf(terms: Terms | null): DataValues {
  return {
    users: text(terms?.users),
    institutional_function: text(terms?.institutional_function),
    direct_control: text(terms?.direct_control),
    representative: text(terms?.representative),
    consent: text(terms?.consent),
    opt_outs: text(terms?.opt_outs),
    redisclosure: text(terms?.redisclosure),
    security: text(terms?.security),
    retention: text(terms?.retention),
    breach_contact: text(terms?.breach_contact),
    parents_access: text(terms?.parents_access),
    framework: text(terms?.framework),
    basis: text(terms?.basis),
    data_elements: (terms?.data_elements ?? []).join("\n"),
    directory_elements: (terms?.directory_elements ?? []).join("\n"),
    no_identification: terms?.no_identification ?? false,
    may_redisclose: terms?.may_redisclose ?? false,
    destruction_days: number(terms?.destruction_days),
    breach_hours: number(terms?.breach_hours),
  };
}

const lines = (value: string) =>
  value
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
const said = (value: string) => value.trim() || null;
const count = (value: string) => (value.trim() === "" ? null : Number(value));

/** What is asked of another basis is not kept: the text would say two things. */
export function bodyOf(values: DataValues): DataTermsWrite {
  const basis = bases.find((each) => each === values.basis) ?? null;
  const when = (wanted: string, value: string) => (basis === wanted ? said(value) : null);
  return {
    basis,
    data_elements: lines(values.data_elements),
    directory_elements: basis === "directory" ? lines(values.directory_elements) : [],
    users: said(values.users),
    institutional_function: when("school_official", values.institutional_function),
    direct_control: when("school_official", values.direct_control),
    representative: when("audit_evaluation", values.representative),
    no_identification: basis === "studies" && values.no_identification,
    consent: when("consent", values.consent),
    opt_outs: when("directory", values.opt_outs),
    may_redisclose: values.may_redisclose,
    redisclosure: values.may_redisclose ? said(values.redisclosure) : null,
    security: said(values.security),
    retention: said(values.retention),
    destruction_days: count(values.destruction_days),
    breach_hours: count(values.breach_hours),
    breach_contact: said(values.breach_contact),
    parents_access: said(values.parents_access),
    framework: said(values.framework),
  };
}

/** A whole number between two, or nothing yet. */
export function isCount(value: string, least: number, most: number): boolean {
  if (value.trim() === "") return true;
  return /^\d+$/.test(value.trim()) && Number(value) >= least && Number(value) <= most;
}
