/** What the directory can be asked. What an old or mistyped address says beside is left out, and the page still opens. */
import {
  facets,
  kinds,
  readPartnersSearch,
  type FacetName,
  type PartnersSearch,
  type Status,
} from "./search";

export const statuses = [
  "approved",
  "submitted",
  "under_review",
  "changes_requested",
  "prospective",
  "declined",
  "suspended",
  "inactive",
] as const satisfies readonly Status[];

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const known: Record<FacetName, RegExp | readonly string[]> = {
  area: /^[a-z]\w{0,59}$/,
  grade: /^(PK|K|[1-9]|1[0-2])$/,
  language: /^.{1,40}$/,
  day: /^(mon|tues|wednes|thurs|fri|satur|sun)day$/,
  org_type: kinds,
  status: statuses,
};

/** The values of a facet that are chosen. */
export function chosen(search: PartnersSearch, facet: FacetName): string[] {
  return search[facet]?.split(",") ?? [];
}

/** The router keeps beside each other what is read from an address and what stands in it, so it is read anew. */
export function questionOf(address: PartnersSearch): PartnersSearch {
  const { q, school, ...asked } = readPartnersSearch(address);
  for (const facet of facets) {
    const values = several(asked[facet], known[facet]);
    if (values) asked[facet] = values;
    else delete asked[facet];
  }
  return {
    ...asked,
    ...(q && { q: q.slice(0, 100) }),
    ...(school && uuid.test(school) && { school }),
  };
}

/** What is not known is left out, and what is said twice is said once. */
function several(asked: string | undefined, of: RegExp | readonly string[]): string {
  const words = asked?.split(",").map((word) => word.trim());
  const kept = words?.filter((word) => (of instanceof RegExp ? of.test(word) : of.includes(word)));
  return [...new Set(kept)].slice(0, 20).join(",");
}
