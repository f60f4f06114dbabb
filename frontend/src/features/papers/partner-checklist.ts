/** The checklist in the order in which it matters: what keeps programs out, what is due, what is there; pure. */
import { daysBetween, type Day } from "@/lib/dates";
import type { Asked } from "./api";

export type Owed = Asked["missing"][number];
export type Groups = { out: Asked[]; due: Asked[]; there: Asked[] };

export function groupAsked(items: readonly Asked[]): Groups {
  const missing = items.filter((item) => item.missing.length > 0);
  return {
    out: missing.filter((item) => item.is_enforced),
    due: missing
      .filter((item) => !item.is_enforced)
      .toSorted((one, other) => one.enforced_from.localeCompare(other.enforced_from)),
    there: items.filter((item) => item.missing.length === 0),
  };
}

/** Whether what is there runs out within the time in which a newer one is asked for. */
export function endsSoon(item: Asked, day: Day): boolean {
  return item.met_through !== null && daysBetween(day, item.met_through) <= 90;
}

export type Next =
  | { kind: "mend" | "finish"; item: Asked; paperId: string }
  | { kind: "hand_in" | "renew"; item: Asked }
  | { kind: "people"; item: Asked };

/** The one next thing for the partner: a paper that came back, then what is missing, then what runs out. */
export function nextOf(items: readonly Asked[], day: Day): Next | null {
  const { out, due, there } = groupAsked(items);
  const open = [...out, ...due].filter((item) => item.missing.some(({ party }) => party === "partner"));
  const [item] = open;
  if (item) return stepFor(item);
  const ending = there.find((each) => endsSoon(each, day) && each.kind !== "background_check");
  return ending ? { kind: "renew", item: ending } : null;
}

export function stepFor(item: Asked): Next {
  const back = item.papers.find(({ state }) => state === "rejected");
  if (back) return { kind: "mend", item, paperId: back.id };
  const begun = item.papers.find(({ state }) => state === "missing");
  if (begun) return { kind: "finish", item, paperId: begun.id };
  return item.kind === "background_check" ? { kind: "people", item } : { kind: "hand_in", item };
}

export type ProgramPlaces = { id: string; program: string; schools: string[] };

/** Where it is missing, program by program. */
export function placesByProgram(places: Owed["places"]): ProgramPlaces[] {
  const found = new Map<string, ProgramPlaces>();
  for (const { program, school } of places) {
    const at = found.get(program.id) ?? { id: program.id, program: program.name, schools: [] };
    at.schools.push(school.name);
    found.set(program.id, at);
  }
  return [...found.values()].map((each) => ({ ...each, schools: each.schools.toSorted() }));
}

/** Schools at which something is missing, each once. */
export function schoolsOwing(items: readonly Asked[]): number {
  return new Set(
    items.flatMap((item) => item.missing.flatMap(({ places }) => places.map(({ school }) => school.id))),
  ).size;
}
