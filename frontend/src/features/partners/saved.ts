/** Views of the directory that somebody saved, as the page's own address. */
import type { SavedView } from "@/features/saved-views";
import { questionOf } from "./question";
import { readPartnersSearch, type PartnersSearch } from "./search";

export function readKept(view: SavedView): PartnersSearch {
  return questionOf(readPartnersSearch(view.question));
}

/** What is kept: the question and its order, without the day on which it was asked. */
export function toKeep(search: PartnersSearch): Record<string, string> {
  const { effective_on: _day, ...question } = search;
  return Object.fromEntries(Object.entries(question).map(([name, value]) => [name, String(value)]));
}

/** The saved view that the address shows, on whichever day. */
export function currentOf(views: readonly SavedView[], search: PartnersSearch): SavedView | undefined {
  const own = fingerprint(search);
  return views.find((view) => fingerprint(readKept(view)) === own);
}

function fingerprint(search: PartnersSearch): string {
  const asked = Object.entries(toKeep(search)).map(([name, value]) => [name, value.split(",").toSorted()]);
  return JSON.stringify(asked.toSorted());
}
