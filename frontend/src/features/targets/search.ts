/** What the address of the list of targets says. */
import { day, oneOf, text, type Search } from "@/lib/url-state";

export const statuses = ["draft", "proposed", "agreed", "open", "closed", "revised", "withdrawn"] as const;

export type TargetsSearch = {
  school?: string;
  partner?: string;
  status?: (typeof statuses)[number];
  effective_on?: string;
};

export function readTargetsSearch(search: Search): TargetsSearch {
  const school = text(search, "school");
  const partner = text(search, "partner");
  const status = oneOf(search, "status", statuses);
  const effectiveOn = day(search, "effective_on");
  return {
    ...(school && { school }),
    ...(partner && { partner }),
    ...(status && { status }),
    ...(effectiveOn && { effective_on: effectiveOn }),
  };
}
