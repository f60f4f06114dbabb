/** What the address of the home page says: the day, and for a partner whether only what is open is shown. */
import { day, oneOf, type Search } from "@/lib/url-state";

export type HomeSearch = { effective_on?: string; only?: "missing" };

export function readHomeSearch(search: Search): HomeSearch {
  const effectiveOn = day(search, "effective_on");
  const only = oneOf(search, "only", ["missing"]);
  return { ...(effectiveOn && { effective_on: effectiveOn }), ...(only && { only }) };
}
