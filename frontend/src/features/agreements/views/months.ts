/** Months as a calendar shows them. */
import { addDays, type Day } from "@/lib/dates";

export type Month = string;

export const monthOf = (day: Day): Month => day.slice(0, 7);

export function addMonths(month: Month, by: number): Month {
  const [year = "1970", name = "01"] = month.split("-");
  const count = Number(year) * 12 + Number(name) - 1 + by;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, "0")}`;
}

export const firstDay = (month: Month): Day => `${month}-01`;
export const lastDay = (month: Month): Day => addDays(firstDay(addMonths(month, 1)), -1);

/** Weeks from Sunday to Saturday; days of other months are null. */
export function weeksOf(month: Month): (Day | null)[][] {
  const first = firstDay(month);
  const before = new Date(`${first}T00:00:00Z`).getUTCDay();
  const cells: (Day | null)[] = Array.from({ length: before }, () => null);
  for (let day = first; monthOf(day) === month; day = addDays(day, 1)) cells.push(day);
  while (cells.length % 7 > 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

export function monthName(month: Month, locale: string): string {
  const day = new Date(`${firstDay(month)}T00:00:00Z`);
  return new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" }).format(day);
}

export function weekdayNames(locale: string): { long: string; short: string }[] {
  // 4 January 1970 was a Sunday
  return Array.from({ length: 7 }, (_, place) => {
    const day = new Date(Date.UTC(1970, 0, 4 + place));
    const name = (weekday: "long" | "short") =>
      new Intl.DateTimeFormat(locale, { weekday, timeZone: "UTC" }).format(day);
    return { long: name("long"), short: name("short") };
  });
}

export function shortMonthName(month: Month, locale: string): string {
  const day = new Date(`${firstDay(month)}T00:00:00Z`);
  return new Intl.DateTimeFormat(locale, { month: "short", timeZone: "UTC" }).format(day);
}
