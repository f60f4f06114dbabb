/** Which version of a template is shown, and which one it is compared with. */
import { whole, type Search } from "@/lib/url-state";

export type VersionsSearch = { version?: number; since?: number };

export function readVersions(search: Search): VersionsSearch {
  const version = whole(search, "version", 1, 9999);
  const since = whole(search, "since", 1, 9999);
  return { ...(version !== undefined && { version }), ...(since !== undefined && { since }) };
}
