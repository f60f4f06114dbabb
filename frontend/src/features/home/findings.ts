/** What the home page says first: how many things are late, due or waiting, in one sentence each. */
import { plural, t } from "@lingui/core/macro";
import type { TaskRead } from "@/api/gen/types.gen";

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
