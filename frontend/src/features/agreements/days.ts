/** Days as the pages of agreements show them. */
import { formatDay } from "@/lib/dates";

/** A day near now without its year: “Jan 21”; any other with it. */
export function near(day: string, today: string): string {
  return formatDay(day, day.slice(0, 4) === today.slice(0, 4) ? "short" : "medium");
}
