/** What the form of a need says: its fields, its ratings, who addresses it. */
import { t } from "@lingui/core/macro";
import type { NeedRead } from "@/api/gen/types.gen";
import { grades, type Draft, type Field } from "./need-draft";
import { meetName } from "./meet-name";
import { ratingName, ratings, ratingWords, timeName, type RatingKey } from "./words";

type Meeting = NeedRead["meet_via_partnership"];
type Term = { code: string; label: string };

export function fieldName(field: Field): string {
  switch (field) {
    case "title":
      return t`Title`;
    case "area_code":
      return t`Area`;
    case "current_condition":
      return t`What is it like now?`;
    case "desired_condition":
      return t`What do you hope for?`;
    case "est_students":
      return t`About how many students?`;
    case "grades":
      return t`Grades`;
    case "populations":
      return t`Which students?`;
    case "times_of_day":
      return t`When`;
    case "languages":
      return t`Languages`;
    case "root_causes":
      return t`Root causes`;
    case "meet_via_partnership":
      return t`Who addresses this need?`;
    default:
      return ratingName(field);
  }
}

export function ratingHint(key: RatingKey): string {
  switch (key) {
    case "impact":
      return t`How much would it change for these students?`;
    case "urgency":
      return t`How soon must something happen?`;
    case "magnitude":
      return t`How large a part of the school does it touch?`;
    case "feasibility":
      return t`Can it be done with what the school and partners have?`;
    case "alignment":
      return t`Does it serve what the school has planned?`;
  }
}

export function meetHint(meeting: Meeting): string {
  switch (meeting) {
    case "yes":
      return t`Programs that fit are looked for.`;
    case "partly":
      return t`Programs are looked for; the school does its own part.`;
    case "no":
      return t`No programs are looked for, and partners do not see this need.`;
  }
}

/** What a field of the form holds, in words, where two people changed it. */
export function draftWords(
  field: Field,
  draft: Draft,
  terms: { areas: readonly Term[]; populations: readonly Term[] },
): string {
  const none = t`Nothing`;
  const rating = ratings.find((key) => key === field);
  if (rating) return ratingWords(Number(draft[rating]) || null);
  const named = (list: readonly Term[], code: string) =>
    list.find((term) => term.code === code)?.label ?? code;
  switch (field) {
    case "area_code":
      return named(terms.areas, draft.area_code);
    case "populations":
      return draft.populations.map((code) => named(terms.populations, code)).join(", ") || none;
    case "times_of_day":
      return draft.times_of_day.map(timeName).join(", ") || none;
    case "grades":
      return grades.filter((grade) => draft.grades.includes(grade)).join(", ") || none;
    case "meet_via_partnership":
      return draft.meet_via_partnership === "no"
        ? meetName("no")
        : meetName(draft.meet_via_partnership === "partly" ? "partly" : "yes");
    default:
      return draft[field].trim() || none;
  }
}
