/** The people who may enter, one line each, by name: what a front office looks for when somebody stands there. */
import { i18n } from "@lingui/core";
import type { EntryList, EntryRead } from "@/api/gen/types.gen";

export type Visitor = { key: string; entry: EntryRead; person: EntryRead["people"][number] | null };

/** Everybody by name, once for each program; programs without names stand at the end. */
export function visitorsOf({ items }: EntryList): Visitor[] {
  const allowed = items.filter((entry) => entry.may_enter);
  const named = allowed.flatMap((entry) =>
    entry.people.map((person) => ({ key: `${person.id} ${entry.id}`, entry, person })),
  );
  const unnamed = allowed
    .filter((entry) => entry.people.length === 0)
    .map((entry) => ({ key: entry.id, entry, person: null }));
  return [
    ...named.toSorted(
      (one, other) =>
        one.person.name.localeCompare(other.person.name, i18n.locale) ||
        one.entry.program.name.localeCompare(other.entry.program.name, i18n.locale),
    ),
    ...unnamed.toSorted((one, other) => one.entry.partner.name.localeCompare(other.entry.partner.name)),
  ];
}

/** How many people, each once however many programs they come for, and how many programs name nobody. */
export function countVisitors(lists: readonly EntryList[]): { people: number; unnamed: number } {
  const visitors = lists.flatMap(visitorsOf);
  const people = new Set(visitors.flatMap(({ person }) => person?.id ?? []));
  return { people: people.size, unnamed: visitors.filter(({ person }) => person === null).length };
}
