/** Calendar days as people read them. A day has no time zone; an instant is shown in the tenant's. */
import { i18n } from "@lingui/core";
import { plural, t } from "@lingui/core/macro";

export type Day = string;

const styles = {
  /** Jan 29 */
  short: { month: "short", day: "numeric" },
  /** Jan 2, 2027 */
  medium: { year: "numeric", month: "short", day: "numeric" },
  /** January 2, 2027 */
  long: { year: "numeric", month: "long", day: "numeric" },
  /** Monday, January 27, 2020 */
  full: { weekday: "long", year: "numeric", month: "long", day: "numeric" },
  /** Fri, Jan 31 */
  weekday: { weekday: "short", month: "short", day: "numeric" },
  /** January 2020 */
  month: { year: "numeric", month: "long" },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

export type DayStyle = keyof typeof styles;

const dayLength = 86_400_000;

/** A day is counted from its midnight in UTC, where every day is as long as the next. */
function midnight(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function dayAt(instant: number): Day {
  return new Date(instant).toISOString().slice(0, 10);
}

export function formatDay(day: Day, style: DayStyle = "medium"): string {
  return new Intl.DateTimeFormat(locale(), { ...styles[style], timeZone: "UTC" }).format(midnight(day));
}

/** An instant of the API in the tenant's time zone: “Jan 24, 4:12 PM”. */
export function formatInstant(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat(locale(), {
    month: "short",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
    timeZone,
  }).format(new Date(instant));
}

/** The calendar day of an instant in the tenant's time zone. */
export function dayOf(instant: string, timeZone: string): Day {
  const parts = { year: "numeric", month: "2-digit", day: "2-digit", timeZone } as const;
  return new Intl.DateTimeFormat("en-CA", parts).format(new Date(instant));
}

/** An instant's time of day in the tenant's time zone: “4:12 PM”. */
export function formatTime(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat(locale(), { hour: "numeric", minute: "2-digit", timeZone }).format(
    new Date(instant),
  );
}

/** A time of day of the API, `15:45:00`, as people say it: “3:45 PM”. */
export function formatClock(time: string): string {
  return new Intl.DateTimeFormat(locale(), { hour: "numeric", minute: "2-digit", timeZone: "UTC" }).format(
    new Date(`1970-01-01T${time.slice(0, 5)}:00Z`),
  );
}

/** “Feb 24, 2020 to Jun 11, 2021”; the year is said once when both share it. */
export function formatSpan(from: Day, to: Day): string {
  const start = formatDay(from, from.slice(0, 4) === to.slice(0, 4) ? "short" : "medium");
  const end = formatDay(to);
  return t`${start} to ${end}`;
}

/** Whole days from one day to another; negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (midnight(to) - midnight(from)) / dayLength;
}

export function addDays(day: Day, days: number): Day {
  return dayAt(midnight(day) + days * dayLength);
}

/** “Expires in 42 days (Jan 2, 2027)”: never the distance alone, never the colour alone. */
export function expiry(end: Day, today: Day): string {
  const days = daysBetween(today, end);
  const date = formatDay(end);
  if (days === 0) return t`Expires today (${date})`;
  if (days > 0)
    return plural(days, { one: `Expires in # day (${date})`, other: `Expires in # days (${date})` });
  return plural(-days, { one: `Expired # day ago (${date})`, other: `Expired # days ago (${date})` });
}

/** When something is due: a plain date, or how late it is. */
export function due(on: Day, today: Day): { late: boolean; words: string } {
  const days = daysBetween(today, on);
  if (days === 0) return { late: false, words: t`Today` };
  if (days > 0) return { late: false, words: formatDay(on, days < 60 ? "weekday" : "medium") };
  return { late: true, words: plural(-days, { one: "# day late", other: "# days late" }) };
}

/** How old a value is: “3 days old”. */
export function age(from: Day, today: Day): string {
  const days = daysBetween(from, today);
  if (days <= 0) return t`from today`;
  return plural(days, { one: "# day old", other: "# days old" });
}

/** The school year a day belongs to, `2019-2020`; it begins in July unless the district says otherwise. */
export function schoolYearOf(day: Day, firstMonth = 7): string {
  const [year = 0, month = 0] = day.split("-").map(Number);
  const first = month >= firstMonth ? year : year - 1;
  return `${first}-${first + 1}`;
}

/** `2019-2020` as people write it: “2019–20”. */
export function formatSchoolYear(schoolYear: string): string {
  return `${schoolYear.slice(0, 4)}–${schoolYear.slice(-2)}`;
}

/** First and last day of a school year. */
export function schoolYearSpan(schoolYear: string, firstMonth = 7): { from: Day; to: Day } {
  const first = Number(schoolYear.slice(0, 4));
  const from = Date.UTC(first, firstMonth - 1, 1);
  const next = Date.UTC(first + 1, firstMonth - 1, 1);
  return { from: dayAt(from), to: dayAt(next - dayLength) };
}

/** American dates in English; Spanish as it is read in the United States. */
function locale(): string {
  return i18n.locale === "es" ? "es-US" : "en-US";
}
