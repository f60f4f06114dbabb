/** The questions of the editor, and what is said when an answer is missing or cannot be. */
import { t } from "@lingui/core/macro";
import { parseMoney } from "@/lib/numbers";
import { isDay } from "@/ui/fields/date-field";
import type { Agreement } from "./api";
import type { AgreementValues, Field } from "./form-model";
import { answersWords } from "./tree/words";
import { termName, topicName, typeName } from "./words";

export function fieldName(field: Field): string {
  const names: Record<Field, string> = {
    partner_id: t`Partner`,
    program_ids: t`Programs`,
    is_district_wide: t`It covers the whole district`,
    school_ids: t`Schools`,
    title: t`Title`,
    purpose: t`Purpose`,
    populations: t`Students`,
    schedule: t`Schedule`,
    expectations: t`What each side does`,
    resources: t`What each side gives`,
    cost: t`Cost to the district`,
    funding_source: t`Funding source`,
    financial_terms: t`Costs`,
    type: t`Type`,
    term_kind: t`Term`,
    starts_on: t`First day`,
    ends_on: t`Last day`,
    notice_days: t`Days of notice to end it`,
    is_binding: t`It binds both sides`,
    shares_student_records: t`Student records are shared`,
    signed_elsewhere_on: t`Signed on`,
    answers: t`What is planned`,
    type_reason: t`Why another type`,
    template_version_id: t`Template`,
    sections: t`Standing terms`,
  };
  return names[field];
}

export const partyOptions = {
  expectations: () => [
    { value: "partner", label: t`The partner` },
    { value: "school", label: t`Each school` },
    { value: "joint", label: t`Both together` },
  ],
  resources: () => [
    { value: "partner", label: t`The partner` },
    { value: "school", label: t`The school` },
    { value: "district", label: t`The district` },
  ],
};

export function dayProblem(value: string): string | true {
  return isDay(value) || t`Enter a day as month, day and year, such as 2 24 2020`;
}

export function optionalDayProblem(value: string): string | true {
  return value === "" || dayProblem(value);
}

export function endProblem(
  ends: string,
  { starts_on: starts }: Pick<AgreementValues, "starts_on">,
): string | true {
  const problem = dayProblem(ends);
  if (problem !== true) return problem;
  return !isDay(starts) || starts <= ends || t`The last day comes before the first day`;
}

export function moneyProblem(value: string): string | true {
  return value.trim() === "" || parseMoney(value) !== null || t`Enter an amount such as 1,800 or 1,800.50`;
}

export function noticeProblem(value: string): string | true {
  const typed = value.trim();
  if (typed === "") return true;
  return (
    (/^\d+$/.test(typed) && Number(typed) <= 365) || t`Enter a whole number from 0 to 365, or leave it empty`
  );
}

/** A field's value in words, for somebody who has to choose between two. */
export function valueWords(field: Field, values: AgreementValues, agreement: Agreement): string {
  const nothing = t`Nothing`;
  switch (field) {
    case "program_ids":
      return named(values.program_ids, agreement.programs) || nothing;
    case "school_ids":
      return (
        named(
          values.school_ids,
          agreement.schools.map(({ school }) => school),
        ) || nothing
      );
    case "expectations":
      return (
        values.expectations.map((each) => `${topicName(each.topic)}: ${each.text}`).join("; ") || nothing
      );
    case "resources":
      return values.resources.map((each) => each.text).join("; ") || nothing;
    case "type":
      return typeName(values.type);
    case "term_kind":
      return termName(values.term_kind);
    case "is_district_wide":
    case "is_binding":
    case "shares_student_records":
      return values[field] ? t`Yes` : t`No`;
    case "answers":
      return values.answers.intensity === "" ? nothing : answersWords(values.answers);
    case "template_version_id":
      return values.template_version_id === agreement.template?.version_id
        ? agreement.template.name
        : values.template_version_id && t`Another template`;
    case "sections":
      return values.sections.map((each) => each.heading).join(", ") || nothing;
    default:
      return values[field] || nothing;
  }
}

function named(ids: readonly string[], known: readonly { id: string; name: string }[]): string {
  const names = ids.flatMap((id) => known.find((each) => each.id === id)?.name ?? []);
  const more = ids.length - names.length;
  return [...names, ...(more > 0 ? [t`${more} more`] : [])].join(", ");
}
