/** What the address of other districts' agreements says; the first file carries it, so it asks nothing itself. */
import { text, type Search } from "@/lib/url-state";

export type OpenSearch = { q?: string | undefined; id?: string | undefined };

export function readOpenSearch(search: Search): OpenSearch {
  const [q, id] = [text(search, "q"), text(search, "id")];
  return { ...(q && { q }), ...(id && { id }) };
}
