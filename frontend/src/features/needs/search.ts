/** What the address of the list of needs says. */
import { text, type Search } from "@/lib/url-state";

export type NeedsSearch = { school?: string; area?: string };

export function readNeedsSearch(search: Search): NeedsSearch {
  const school = text(search, "school");
  const area = text(search, "area");
  return { ...(school && { school }), ...(area && { area }) };
}
