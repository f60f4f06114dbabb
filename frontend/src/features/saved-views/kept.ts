/** What a list is asked now beside what was kept of it: which saved view that is, and what saving it would keep. */
import { useQuery } from "@tanstack/react-query";
import { savedViewsQuery, type Asked, type Listing, type SavedView } from "./api";

/** What differs between lists; `S` is what the list's address says. */
export type ViewsOf<S> = {
  list: Listing;
  /** A saved view as the list's own address. */
  read: (view: SavedView) => S;
  /** The list's own words for what its address asks, with the order. */
  asks: (search: S) => Record<string, unknown>;
  /** How the answer is looked at, where the list has more than one way. */
  layout?: (search: S) => Asked["layout"];
  /** Whether values with commas between them mean the same in any order. */
  isUnordered?: boolean;
};

export function useViews<S>(of: ViewsOf<S>): readonly SavedView[] {
  return useQuery(savedViewsQuery(of.list)).data?.items ?? [];
}

/** What can be kept or changed of what is asked now; null while the list is asked for everything it has. */
export function useKept<S>(
  of: ViewsOf<S>,
  search: S,
): { asked: Asked; current: SavedView | undefined } | null {
  const current = currentOf(of, useViews(of), search);
  const asked = toKeep(of, search);
  const isAsked = asked.layout || Object.keys(asked.question).length > 0;
  return isAsked || current ? { asked, current } : null;
}

/** The question, its order and its layout, without the day on which it was asked. */
export function toKeep<S>(of: ViewsOf<S>, search: S): Asked {
  const { effective_on: _day, ...question } = of.asks(search);
  const layout = of.layout?.(search);
  return {
    list: of.list,
    question: Object.fromEntries(Object.entries(question).map(([name, value]) => [name, String(value)])),
    ...(layout && { layout }),
  };
}

/** The saved view that the address shows, on whichever day. */
export function currentOf<S>(of: ViewsOf<S>, views: readonly SavedView[], search: S): SavedView | undefined {
  const own = fingerprint(of, search);
  return views.find((view) => fingerprint(of, of.read(view)) === own);
}

function fingerprint<S>(of: ViewsOf<S>, search: S): string {
  const { question, layout } = toKeep(of, search);
  const words = Object.entries(question).map(([name, value]) => [
    name,
    of.isUnordered ? value.split(",").toSorted() : value,
  ]);
  return JSON.stringify([layout ?? "list", words.toSorted()]);
}
