/** What the address of the directory says. Every page reads addresses first, so nothing else stands in this file. */
import type { PartnerItem } from "@/api/gen/types.gen";
import { day, oneOf, text, type Search } from "@/lib/url-state";

export const kinds = [
  "nonprofit",
  "higher_ed",
  "business",
  "government",
  "health",
  "cultural",
  "faith",
  "foundation",
  "other",
] as const;
export type Status = PartnerItem["status"];
export type Kind = PartnerItem["org_type"];

/** What takes several values: in the address, as in the API, with commas between them. */
export const facets = ["area", "grade", "language", "day", "org_type", "status"] as const;
export type FacetName = (typeof facets)[number];

export type PartnersSearch = {
  q?: string;
  school?: string;
  approved?: boolean;
  sort?: "name" | "-name" | "updated_at" | "-updated_at" | "last_contact_on" | "-last_contact_on";
  effective_on?: string;
} & { [Name in FacetName]?: string };

/** What is said, whether or not there is such a value: `questionOf` knows. */
export function readPartnersSearch(search: Search): PartnersSearch {
  const asked: PartnersSearch = {};
  for (const name of [...facets, "q", "school"] as const) {
    const words = text(search, name, 400);
    if (words) asked[name] = words;
  }
  const approved = oneOf({ approved: `${search["approved"]}` }, "approved", ["true", "false"]);
  const sort = oneOf(search, "sort", [
    "-name",
    "updated_at",
    "-updated_at",
    "last_contact_on",
    "-last_contact_on",
  ]);
  const effectiveOn = day(search, "effective_on");
  return {
    ...asked,
    ...(approved && { approved: approved === "true" }),
    ...(sort && { sort }),
    ...(effectiveOn && { effective_on: effectiveOn }),
  };
}
