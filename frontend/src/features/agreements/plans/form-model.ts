/** What the editor of a plan holds, and how it reads from and writes to the wire. */
import { t } from "@lingui/core/macro";
import type { UseFormReturn } from "react-hook-form";
import type { SitePlanCreate, SitePlanUpdate } from "@/api/gen/types.gen";
import { formatDay } from "@/lib/dates";
import type { ExpectationValues } from "../form-model";
import type { Plan } from "./api";
import { kindName } from "./words";

export type PlanValues = {
  kind: Plan["kind"];
  vision: string;
  schedule: string;
  place: string;
  participants: string;
  communication: string;
  expectations: ExpectationValues[];
  starts_on: string;
  ends_on: string;
};
export type PlanField = keyof PlanValues;
export type FormOfPlan = UseFormReturn<PlanValues>;

export function emptyPlan(startsOn: string, endsOn: string): PlanValues {
  return {
    kind: "collaboration_plan",
    vision: "",
    schedule: "",
    place: "",
    participants: "",
    communication: "",
    expectations: [],
    starts_on: startsOn,
    ends_on: endsOn,
  };
}

export function planValues(plan: Plan): PlanValues {
  return {
    kind: plan.kind,
    vision: plan.vision ?? "",
    schedule: plan.schedule ?? "",
    place: plan.place ?? "",
    participants: plan.participants ?? "",
    communication: plan.communication ?? "",
    expectations: plan.expectations.map(({ party, topic, text }) => ({ party, topic, text })),
    starts_on: plan.starts_on,
    ends_on: plan.ends_on,
  };
}

function prose(typed: string): string | null {
  return typed.trim() === "" ? null : typed.trim();
}

function written(values: PlanValues): Required<SitePlanUpdate> {
  return {
    kind: values.kind,
    vision: prose(values.vision),
    schedule: prose(values.schedule),
    place: prose(values.place),
    participants: prose(values.participants),
    communication: prose(values.communication),
    expectations: values.expectations.map(({ party, topic, text }) => ({ party, topic, text: text.trim() })),
    starts_on: values.starts_on,
    ends_on: values.ends_on,
  };
}

export const toPlanCreate = (school: string, values: PlanValues): SitePlanCreate => ({
  school_id: school,
  ...written(values),
});

/** A merge patch of the fields that changed. */
export function toPlanUpdate(fields: readonly string[], values: PlanValues): SitePlanUpdate {
  return Object.fromEntries(Object.entries(written(values)).filter(([field]) => fields.includes(field)));
}

export function planFieldName(field: PlanField): string {
  const names: Record<PlanField, string> = {
    kind: t`What kind of plan is it?`,
    vision: t`What do both want to reach?`,
    schedule: t`When?`,
    place: t`Where?`,
    participants: t`For whom?`,
    communication: t`How do both stay in touch?`,
    expectations: t`Who does what`,
    starts_on: t`First day`,
    ends_on: t`Last day`,
  };
  return names[field];
}

/** A value in words, for somebody who has to choose between two. */
export function planValueWords(field: PlanField, values: PlanValues): string {
  if (field === "kind") return kindName(values.kind);
  if (field === "expectations") return values.expectations.map(({ text }) => text).join("; ");
  const value = values[field];
  return field === "starts_on" || field === "ends_on" ? formatDay(value, "long") : value;
}
