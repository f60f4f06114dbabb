/** Notices under the day they came on, as the district counts its days. */
import { t } from "@lingui/core/macro";
import { daysBetween, dayOf, formatDay, type Day } from "@/lib/dates";

export type DayOfNotices<N> = { day: Day; notices: N[] };

export function byDay<N extends { created_at: string }>(
  notices: readonly N[],
  timeZone: string,
): DayOfNotices<N>[] {
  const days: DayOfNotices<N>[] = [];
  for (const notice of notices) {
    const day = dayOf(notice.created_at, timeZone);
    const last = days.at(-1);
    if (last?.day === day) last.notices.push(notice);
    else days.push({ day, notices: [notice] });
  }
  return days;
}

export function dayHeading(day: Day, today: Day): string {
  const date = formatDay(day, "full");
  const ago = daysBetween(day, today);
  if (ago === 0) return t`Today, ${date}`;
  return ago === 1 ? t`Yesterday, ${date}` : date;
}
