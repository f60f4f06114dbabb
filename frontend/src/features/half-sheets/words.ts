/** The words of a half-sheet that nobody wrote: for whom, on which days, in which languages. */
import { i18n } from "@lingui/core";
import { t } from "@lingui/core/macro";
import type { PublicProgram } from "@/api/gen/types.gen";
import { gradeWords, timeName, weekdayName } from "@/features/partners";

const everybody = 14;

/** “grades 3–5”; “all grades” when it is for each of them; nothing when it is not known. */
export function forWhom(grades: readonly string[]): string | null {
  if (grades.length === everybody) return t`all grades`;
  const span = gradeWords(grades);
  if (!span) return null;
  return grades.length === 1 ? t`grade ${span}` : t`grades ${span}`;
}

/** When no time was agreed: the days and times of day that the partner offers. */
export function offeredWhen({ weekdays, times_of_day: times }: PublicProgram): string {
  const days = list(weekdays.map(weekdayName));
  const hours = list(times.map(timeName));
  return [days, hours].filter(Boolean).join(". ") || t`Ask when`;
}

export function languagesWords(languages: readonly string[]): string {
  return list(languages.map(languageName));
}

function list(words: readonly string[]): string {
  return new Intl.ListFormat(i18n.locale, { type: "conjunction" }).format(words);
}

/** Partners write the languages of a program in English. */
function languageName(language: string): string {
  switch (language.trim().toLowerCase()) {
    case "english":
      return t`English`;
    case "spanish":
      return t`Spanish`;
    case "polish":
      return t`Polish`;
    case "arabic":
      return t`Arabic`;
    case "chinese":
    case "mandarin":
      return t`Chinese`;
    case "ukrainian":
      return t`Ukrainian`;
    case "urdu":
      return t`Urdu`;
    case "french":
      return t`French`;
    case "vietnamese":
      return t`Vietnamese`;
    default:
      return language;
  }
}

/** A sentence ends; people leave the point away in short fields. */
export function ended(text: string): string {
  return /[.!?…]["”’)]?$/.test(text.trim()) ? text.trim() : `${text.trim()}.`;
}
