/** What the address of the directory says. Every page reads addresses first, so nothing else stands in this file. */
import type { PartnerItem } from "@/api/gen/types.gen";
import { day, oneOf, text, type Search } from "@/lib/url-state";

export const statuses = [
  "approved",
  "submitted",
  "under_review",
  "changes_requested",
  "prospective",
  "declined",
  "suspended",
  "inactive",
] as const;
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

export type PartnersSearch = {
  q?: string;
  area?: string;
  school?: string;
  org_type?: Kind;
  status?: Status;
  sort?: "name" | "-name" | "updated_at" | "-updated_at";
  effective_on?: string;
};

export function readPartnersSearch(search: Search): PartnersSearch {
  const q = text(search, "q");
  const area = text(search, "area");
  const school = text(search, "school");
  const kind = oneOf(search, "org_type", kinds);
  const status = oneOf(search, "status", statuses);
  const sort = oneOf(search, "sort", ["-name", "updated_at", "-updated_at"]);
  const effectiveOn = day(search, "effective_on");
  return {
    ...(q && { q }),
    ...(area && { area }),
    ...(school && { school }),
    ...(kind && { org_type: kind }),
    ...(status && { status }),
    ...(sort && { sort }),
    ...(effectiveOn && { effective_on: effectiveOn }),
  };
}
