/** What the settings are called, and what is wrong with a value. */
import { plural, t } from "@lingui/core/macro";
import { typeName } from "../words";
import type { Settings } from "./api";
import { valueOf, type Basis, type Setting, type SettingsValues } from "./draft";

export function basisName(basis: Basis): string {
  return basis === "school_year"
    ? t`At the end of each school year`
    : t`Once a year, counted from its first day`;
}

export function basisHint(basis: Basis): string {
  return basis === "school_year"
    ? t`All agreements of a year are due together, and each on its own last day.`
    : t`Every agreement has its own time of year, so the work is spread over the months.`;
}

export function daysWords(days: number): string {
  return plural(days, { one: "# day", other: "# days" });
}

/** The heading says what is in force. */
export function finding(settings: Settings): string {
  return settings.revisit_basis === "school_year"
    ? t`Both sides look at each agreement again at the end of the school year`
    : t`Both sides look at each agreement again before the year is round`;
}

export function settingName(setting: Setting): string {
  if (setting === "revisit_basis") return t`When is it due?`;
  if (setting === "revisit_window_days") return t`How long before that day does it open?`;
  if (setting === "school_answer_days") return t`How long may a school take to answer?`;
  if (setting === "asks_site_plans") return t`Is every school to have a site plan?`;
  if (setting === "has_clause_checklist") return t`Is a checklist of clauses kept?`;
  if (setting === "adopts_without_legal") return t`Does law read adopted terms again?`;
  return typeName(setting);
}

export function legalWords(isSpared: boolean): string {
  return isSpared ? t`No, while they are unchanged` : t`Yes, as any other agreement`;
}

export function checklistWords(keeps: boolean): string {
  return keeps
    ? t`Yes: required clauses are finalized before an agreement is sent for signature`
    : t`No: an agreement is sent for signature without one`;
}

export function asksWords(asks: boolean): string {
  return asks ? t`Yes: a school without one has a task` : t`No: schools and partners write one if they want`;
}

/** A value in words, for somebody who has to choose between two. */
export function valueWords(values: SettingsValues, setting: Setting): string {
  if (setting === "revisit_basis") return basisName(values.revisit_basis);
  if (setting === "asks_site_plans") return asksWords(values.asks_site_plans);
  if (setting === "has_clause_checklist") return checklistWords(values.has_clause_checklist);
  if (setting === "adopts_without_legal") return legalWords(values.adopts_without_legal);
  const typed = valueOf(values, setting);
  return typed === "" ? t`As usual` : daysWords(Number(typed));
}

export function daysProblem(typed: string, isOptional: boolean): string | true {
  const days = typed.trim();
  if (days === "" && isOptional) return true;
  if (/^\d+$/.test(days) && Number(days) <= 365) return true;
  return isOptional
    ? t`Enter a whole number from 0 to 365, or leave it empty`
    : t`Enter a whole number from 0 to 365`;
}

export function answerDaysProblem(typed: string): string | true {
  const days = typed.trim();
  return (
    (/^\d+$/.test(days) && Number(days) >= 1 && Number(days) <= 60) || t`Enter a whole number from 1 to 60`
  );
}
