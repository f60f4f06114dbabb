/** Sentences that say what a target's results show. They tell change, never what caused it. */
import { plural, t } from "@lingui/core/macro";
import type { Figure, TargetItem, TargetRead } from "@/api/gen/types.gen";
import { daysBetween, formatDay } from "@/lib/dates";
import { formatCount } from "@/lib/numbers";
import { inUnit, valueWords } from "./amounts";

type Told = Pick<
  TargetRead,
  | "name"
  | "unit"
  | "status"
  | "population"
  | "baseline_value"
  | "target_value"
  | "period_starts_on"
  | "period_ends_on"
  | "pace"
  | "progress"
>;

/** Where a steady pace from the baseline to the target would stand on a day; null where there is no such pace. */
export function steadyPace(target: Told, day: string): number | null {
  const { baseline_value: from, target_value: to, period_starts_on: start, period_ends_on: end } = target;
  if (target.pace !== "linear" || from === null || to === null || from === to) return null;
  if (day < start || day > end || start === end) return null;
  if (target.progress.status === "within_limit" || target.progress.status === "missed") return null;
  return from + (to - from) * (daysBetween(start, day) / daysBetween(start, end));
}

/** The page's heading: the result itself, or what stands in its way. */
export function targetHeading(target: Told & Pick<TargetRead, "aggregation">): string {
  const { name, progress } = target;
  const { latest } = progress;
  if (progress.suppressed) return t`${name}: hidden for privacy`;
  if (latest.value === null) return emptyHeading(target);
  if (latest.numerator === null || latest.denominator === null) {
    const value = valueWords(target.unit, latest, target.target_value) ?? "";
    return t`${name}: ${value}`;
  }
  const part = formatCount(latest.numerator);
  const whole = formatCount(latest.denominator);
  const isStudents = target.aggregation === "latest" && target.population !== "whole_school";
  return isStudents ? t`${name}: ${part} of ${whole} students` : t`${name}: ${part} of ${whole}`;
}

function emptyHeading(target: Told): string {
  const { name, status, progress, target_value: goal } = target;
  if (progress.as_of_on !== null) return t`${name}: the results do not add up to one number`;
  if (progress.rating === "not_reported") return t`${name}: no result was reported`;
  if (status === "open" || status === "closed") return t`${name}: no result yet`;
  if (goal === null) return name;
  const mark = inUnit(target.unit)(goal);
  const day = formatDay(target.period_ends_on, "long");
  return t`${name}: ${mark} by ${day}`;
}

/** One or two sentences under the heading. */
export function targetLead(target: Told, day: string): string {
  if (target.progress.suppressed)
    return t`The groups behind it are so small that a number could tell about one student.`;
  return [sinceWords(target), againstWords(target, day), contextWords(target)].filter(Boolean).join(" ");
}

function sinceWords(target: Told): string {
  const { latest, change } = target.progress;
  if (latest.value === null) return "";
  const say = inUnit(target.unit);
  const counted = latest.numerator !== null;
  const value = valueWords(target.unit, latest, target.target_value) ?? "";
  if (change === null || target.baseline_value === null) return counted ? t`That is ${value}.` : "";
  const base = say(target.baseline_value);
  if (change === 0) return counted ? t`That is ${value}, as at the start.` : t`That is as at the start.`;
  if (change > 0) return counted ? t`That is ${value}, up from ${base}.` : t`That is up from ${base}.`;
  return counted ? t`That is ${value}, down from ${base}.` : t`That is down from ${base}.`;
}

function againstWords(target: Told, day: string): string {
  const { progress, target_value: goal } = target;
  if (goal === null) return t`No target is set for it: it informs only.`;
  const mark = inUnit(target.unit)(goal);
  const end = formatDay(target.period_ends_on, "long");
  const isOver = day > target.period_ends_on;
  if (progress.status === "within_limit") return t`The limit is ${mark} until ${end}.`;
  if (progress.status === "missed") return t`That is over the limit of ${mark}.`;
  if (progress.is_met) return t`The target of ${mark} is met.`;
  if (isOver) return t`The target was ${mark} by ${end}.`;
  if (progress.status === "moving_away") return t`The target is ${mark} by ${end}; this moves away from it.`;
  const pace = progress.latest.value === null ? null : steadyPace(target, day);
  if (pace === null) {
    return isAhead(target) ? "" : t`The target is ${mark} by ${end}.`;
  }
  const today = inUnit(target.unit)(pace);
  return t`The target is ${mark} by ${end}, and a steady pace would be at ${today} today.`;
}

/** Before it opens, the heading names the target already. */
function isAhead({ status, progress }: Told): boolean {
  return (
    progress.as_of_on === null && ["draft", "proposed", "agreed", "revised", "withdrawn"].includes(status)
  );
}

function contextWords({ population }: Told): string {
  return population === "whole_school"
    ? t`It is context about the whole school, not the result of one partner.`
    : "";
}

/** The share of the way, in a caption: “67.5% of the way from the baseline to the target”. */
export function wayFinding({ progress }: Pick<TargetRead, "progress">): string | null {
  if (progress.percent === null || progress.percent_words === null) return null;
  if (progress.is_met) return progress.percent > 100 ? t`Past the target` : t`At the target`;
  if (progress.percent < 0) return t`Further from the target than at the start`;
  if (progress.percent === 0) return t`Still where it started`;
  const share = progress.percent_words.replace(/\.0(?=%)/, "");
  return t`${share} of the way from the baseline to the target`;
}

/** Whether each known value was above, below or on both sides of the steady pace. */
export function paceFinding(target: Told & Pick<TargetRead, "series">): string | null {
  const goal = target.target_value;
  const base = target.baseline_value;
  if (goal === null || base === null) return null;
  const gaps = target.series.flatMap(({ as_of_on: on, figure }) => {
    const pace = steadyPace(target, on);
    return pace === null || figure.value === null
      ? []
      : [goal > base ? figure.value - pace : pace - figure.value];
  });
  if (gaps.length === 0) return null;
  if (gaps.every((gap) => gap >= 0))
    return plural(gaps.length, {
      one: "The first result is ahead of a steady pace",
      other: "All # results were ahead of a steady pace",
    });
  if (gaps.every((gap) => gap < 0))
    return plural(gaps.length, {
      one: "The first result is behind a steady pace",
      other: "All # results were behind a steady pace",
    });
  const last = gaps.at(-1) ?? 0;
  return last >= 0
    ? t`The latest result is ahead of a steady pace; not every one was`
    : t`The latest result is behind a steady pace; not every one was`;
}

/** A row of the list, after its name: “71 of 96 (74%), up from 51%”. */
export function rowFinding(target: TargetItem): string {
  const { progress } = target;
  const { latest } = progress;
  if (latest.value === null) {
    if (progress.as_of_on !== null) return t`Does not add up to one number`;
    return progress.rating === "not_reported" ? t`No result was reported` : t`No result yet`;
  }
  const words = counted(target, latest);
  if (progress.change === null || target.baseline_value === null) return words;
  const base = inUnit(target.unit)(target.baseline_value);
  if (progress.change === 0) return t`${words}, as at the start`;
  return progress.change > 0 ? t`${words}, up from ${base}` : t`${words}, down from ${base}`;
}

function counted(target: TargetItem, latest: Figure): string {
  const value = valueWords(target.unit, latest, target.target_value) ?? "";
  if (latest.numerator === null || latest.denominator === null) return value;
  const part = formatCount(latest.numerator);
  const whole = formatCount(latest.denominator);
  return t`${part} of ${whole} (${value})`;
}

/** Whether its next result should be there by now; the server says for longer, once a report is two weeks late. */
export function isLate({ progress }: Pick<TargetItem, "progress">, day: string): boolean {
  return progress.data_overdue || (progress.result_due_on !== null && progress.result_due_on < day);
}

/** What a list of targets comes to on a day, once all of it is read. */
export function listFinding(
  targets: readonly Pick<TargetItem, "status" | "progress">[],
  day: string,
): string {
  const open = targets.filter(({ status }) => status === "open");
  const off = open.filter(({ progress }) => isOff(progress.rating)).length;
  const risk = open.filter(({ progress }) => progress.rating === "at_risk").length;
  if (off > 0 && risk > 0) {
    const first = plural(off, { one: "# target is off track", other: "# targets are off track" });
    const second = plural(risk, { one: "# is at risk", other: "# are at risk" });
    return t`${first}, ${second}`;
  }
  if (off > 0) return plural(off, { one: "# target is off track", other: "# targets are off track" });
  if (risk > 0) return plural(risk, { one: "# target is at risk", other: "# targets are at risk" });
  const late = open.filter((target) => isLate(target, day)).length;
  if (late > 0) return plural(late, { one: "# target misses a result", other: "# targets miss a result" });
  if (open.length > 0) return t`No target is behind`;
  return plural(targets.length, { one: "# target", other: "# targets" });
}

function isOff(rating: TargetItem["progress"]["rating"]): boolean {
  return rating === "off_track" || rating === "not_met" || rating === "not_reported";
}
