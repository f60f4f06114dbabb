/** Who may be let in on a day, sorted the way a front office asks: by the clock, then those without a time. */
import type { EntryList, EntryRead } from "@/api/gen/types.gen";
import { rests } from "@/features/schools";

export type Door = {
  /** Cleared, meeting that day at a known time. */
  timed: readonly EntryRead[];
  /** Cleared, but at a time or on a day that nobody has said. */
  untimed: readonly EntryRead[];
  /** Cleared, on other days. */
  others: readonly EntryRead[];
  /** Not to be let in, with reasons. */
  kept: readonly EntryRead[];
  /** Known not to run on the day, in summer or outside it: nobody has to do anything. */
  resting: readonly EntryRead[];
};

export function door({ items }: EntryList): Door {
  const allowed = items.filter((entry) => entry.may_enter);
  const today = allowed.filter((entry) => entry.meets_that_day !== false);
  return {
    timed: today.filter((entry) => entry.start_time !== null && entry.meets_that_day === true),
    untimed: today.filter((entry) => entry.start_time === null || entry.meets_that_day === null),
    others: allowed.filter((entry) => entry.meets_that_day === false),
    kept: items.filter((entry) => !entry.may_enter && !rests(entry.runs)),
    resting: items.filter((entry) => !entry.may_enter && rests(entry.runs)),
  };
}

/** A partner and its programs at the reader's schools, with whom to call. */
export type Known = {
  id: string;
  name: string;
  person: EntryRead["partner_lead"];
  programs: { name: string; school: string; schedule: string | null }[];
};

/** The partners of these schools, one line each however many programs they run, by name. */
export function partnersOf(lists: readonly EntryList[]): Known[] {
  const found = new Map<string, Known>();
  for (const { school, items } of lists) {
    for (const entry of items) {
      if (entry.stage === "ended") continue;
      const known = found.get(entry.partner.id) ?? {
        id: entry.partner.id,
        name: entry.partner.name,
        person: null,
        programs: [],
      };
      known.person ??= entry.partner_lead;
      known.programs.push({ name: entry.program.name, school: school.name, schedule: entry.schedule });
      found.set(known.id, known);
    }
  }
  return [...found.values()].sort((one, other) => one.name.localeCompare(other.name));
}
