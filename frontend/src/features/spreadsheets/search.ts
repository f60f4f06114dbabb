/** The search of a spreadsheet's page: whether its columns are being matched again. */
import { flag, type Search } from "@/lib/url-state";

export type ImportSearch = { match?: true };

export function readImportSearch(search: Search): ImportSearch {
  return flag(search, "match") ? { match: true } : {};
}
