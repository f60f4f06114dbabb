/** What the home page says first: how many things are late, due or waiting, in one sentence each. */
import { plural, t } from "@lingui/core/macro";
import type { TaskRead } from "@/api/gen/types.gen";
import { countSchools, isWaiting, toDo, type Line } from "./grid-cells";

export type Counts = Record<TaskRead["urgency"], number>;

export function countTasks(tasks: readonly TaskRead[]): Counts {
  const counts: Counts = { overdue: 0, this_week: 0, later: 0 };
  for (const task of tasks) counts[task.urgency] += 1;
  return counts;
}

/** “Two things are overdue.” */
export function attention({ overdue, this_week: week, later }: Counts): string {
  if (overdue > 0)
    return plural(overdue, {
      1: "One thing is overdue.",
      2: "Two things are overdue.",
      3: "Three things are overdue.",
      other: "# things are overdue.",
    });
  if (week > 0)
    return plural(week, {
      1: "One thing is due this week.",
      2: "Two things are due this week.",
      3: "Three things are due this week.",
      other: "# things are due this week.",
    });
  if (later > 0) return t`Nothing is due this week.`;
  return t`Nothing needs your attention.`;
}

/** The rest, so that nobody has to count: “Two more are due this week, and 3 can wait.” */
export function remainder({ overdue, this_week: week, later }: Counts): string {
  const wait = plural(later, { one: "# more can wait.", other: "# more can wait." });
  if (overdue > 0) {
    const soon =
      week === 0
        ? t`Nothing else is due this week.`
        : plural(week, { one: "# more is due this week.", other: "# more are due this week." });
    return later > 0 ? `${soon} ${wait}` : soon;
  }
  if (week > 0) return later > 0 ? t`Nothing is overdue. ${wait}` : t`Nothing is overdue.`;
  if (later > 0) return plural(later, { one: "# thing can wait.", other: "# things can wait." });
  return t`New tasks appear here when somebody waits for you.`;
}

/** What a partner owes, over all its schools: “Three of your 14 schools need something from you.” */
export function owed(lines: readonly Line[]): string {
  const all = countSchools(lines);
  const owing = countSchools(lines.filter(({ cells }) => toDo(cells) > 0));
  if (all === 0) return t`You work at no school yet.`;
  if (owing === 0)
    return plural(all, {
      one: "Nothing is missing from you at your school.",
      other: "Nothing is missing from you at your # schools.",
    });
  return plural(owing, {
    1: `One of your ${all} schools needs something from you.`,
    2: `Two of your ${all} schools need something from you.`,
    3: `Three of your ${all} schools need something from you.`,
    other: `# of your ${all} schools need something from you.`,
  });
}

/** “Reading tutoring is at work at 14 schools in three districts. At 3 more the next step is somebody else’s.” */
export function reach(lines: readonly Line[], districts: number): string {
  const active = lines.filter((line) => line.stage === "active");
  const programs = [...new Set(active.map(({ program }) => program.name))];
  const schools = plural(countSchools(active), { one: "# school", other: "# schools" });
  const where = plural(districts, {
    1: "one district",
    2: "two districts",
    3: "three districts",
    other: "# districts",
  });
  const [program] = programs;
  const work =
    program !== undefined && programs.length === 1
      ? t`${program} is at work at ${schools} in ${where}.`
      : plural(programs.length, {
          one: `# program is at work at ${schools} in ${where}.`,
          other: `# programs are at work at ${schools} in ${where}.`,
        });
  const waiting = countSchools(lines.filter(({ cells }) => toDo(cells) === 0 && isWaiting(cells)));
  if (waiting === 0) return work;
  const turn = plural(waiting, {
    one: "At # school the next step is somebody else’s.",
    other: "At # schools the next step is somebody else’s.",
  });
  return `${work} ${turn}`;
}
