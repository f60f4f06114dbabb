/** Whether a program runs on a day, in the reader's language: a fact that asks nothing of anybody. */
import { t } from "@lingui/core/macro";
import type { RunsRead } from "@/api/gen/types.gen";
import { formatDay } from "@/lib/dates";

/** Whether it is known not to run on the day. */
export function rests({ standing }: RunsRead): boolean {
  return standing === "not_in_summer" || standing === "only_in_summer";
}

/** “Does not run in summer; school begins on September 8, 2020.” */
export function restWords({ standing, from_on: from }: RunsRead): string | null {
  const day = from === null ? null : formatDay(from, "long");
  if (standing === "not_in_summer")
    return day === null ? t`Does not run in summer.` : t`Does not run in summer; school begins on ${day}.`;
  if (standing === "only_in_summer")
    return day === null ? t`Runs in summer only.` : t`Runs in summer only, from ${day}.`;
  return null;
}

/** What is not known is said as that, where the server says it. */
export function unknownWords({ standing, said }: RunsRead): string | null {
  if (standing !== "unknown" || said === null) return null;
  return said.code === "days_not_known"
    ? t`Whether school is in session on this day is not known, so whether it runs is not known either. That keeps nobody out.`
    : t`It is not known whether this program runs in summer. That keeps nobody out.`;
}
