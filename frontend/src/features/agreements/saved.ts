/** Views of the agreements that somebody saved, as the page's own address. */
import type { SavedView } from "@/features/saved-views";
import { asked } from "./api";
import { readAgreementsSearch, type AgreementsSearch } from "./search";

export function readKept(view: SavedView): AgreementsSearch {
  const { effective, ...words } = view.question;
  return readAgreementsSearch({
    ...words,
    ...(effective && { standing: effective }),
    ...(view.layout && { view: view.layout }),
  });
}

/** What is kept: the question and its order, without the day on which it was asked. */
export function toKeep(search: AgreementsSearch): Record<string, string> {
  const { effective_on: _day, ...question } = asked(search);
  return Object.fromEntries(Object.entries(question).map(([name, value]) => [name, String(value)]));
}

/** The saved view that the address shows, whatever the day, the month and the zoom. */
export function currentOf(views: readonly SavedView[], search: AgreementsSearch): SavedView | undefined {
  const own = fingerprint(search);
  return views.find((view) => fingerprint(readKept(view)) === own);
}

function fingerprint(search: AgreementsSearch): string {
  return JSON.stringify([search.view ?? "list", Object.entries(toKeep(search)).toSorted()]);
}
