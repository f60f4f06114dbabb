/** Days as the pages of agreements show them. */
import { formatDay } from "@/lib/dates";

/** The calendar day of an instant, where the district or network is. */
export function dayOf(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone }).format(new Date(instant));
}

/** A day near now without its year: “Jan 21”; any other with it. */
export function near(day: string, today: string): string {
  return formatDay(day, day.slice(0, 4) === today.slice(0, 4) ? "short" : "medium");
}
