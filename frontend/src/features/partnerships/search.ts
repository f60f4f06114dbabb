/** What the address of the list of partnerships says. */
import { day, oneOf, text, type Search } from "@/lib/url-state";

export const stages = [
  "exploring",
  "planning",
  "ready_check",
  "active",
  "paused",
  "ended",
  "not_a_fit",
] as const;
export type Stage = (typeof stages)[number];

export type PartnershipsSearch = { school?: string; partner?: string; stage?: Stage; effective_on?: string };

export function readPartnershipsSearch(search: Search): PartnershipsSearch {
  const school = text(search, "school");
  const partner = text(search, "partner");
  const stage = oneOf(search, "stage", stages);
  const effectiveOn = day(search, "effective_on");
  return {
    ...(school && { school }),
    ...(partner && { partner }),
    ...(stage && { stage }),
    ...(effectiveOn && { effective_on: effectiveOn }),
  };
}
