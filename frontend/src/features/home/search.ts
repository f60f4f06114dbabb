/** What the address of the home page says: the day, for a partner whether only what is open is shown, at the door the order. */
import { day, oneOf, type Search } from "@/lib/url-state";

export type HomeSearch = { effective_on?: string; only?: "missing"; by?: "time" };

export function readHomeSearch(search: Search): HomeSearch {
  const effectiveOn = day(search, "effective_on");
  const only = oneOf(search, "only", ["missing"]);
  const by = oneOf(search, "by", ["time"]);
  return {
    ...(effectiveOn && { effective_on: effectiveOn }),
    ...(only && { only }),
    ...(by && { by }),
  };
}
