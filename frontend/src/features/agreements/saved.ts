/** Views of the agreements that somebody saved, as the page's own address. */
import { listSavedViewsOptions } from "@/api/gen/@tanstack/react-query.gen";
import type { SavedViewRead } from "@/api/gen/types.gen";
import { asked } from "./api";
import { readAgreementsSearch, type AgreementsSearch } from "./search";

export const savedQuery = listSavedViewsOptions({ query: { list: "agreements" } });

export function readKept(view: SavedViewRead): AgreementsSearch {
  const { effective, ...words } = view.question;
  return readAgreementsSearch({
    ...words,
    ...(effective && { standing: effective }),
    ...(words["waits_for_me"] === "true" && { waits_for_me: true }),
    ...(view.layout && { view: view.layout }),
  });
}

/** What is kept: the question and its order, without the day on which it was asked. */
export function toKeep(search: AgreementsSearch): Record<string, string> {
  const { effective_on: _day, ...question } = asked(search);
  return Object.fromEntries(Object.entries(question).map(([name, value]) => [name, String(value)]));
}
