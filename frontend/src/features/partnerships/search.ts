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

export type PartnershipsSearch = {
  school?: string;
  partner?: string;
  stage?: Stage;
  /** Whether the program may work there on the day. */
  cleared?: boolean;
  /** Whether it is at work there on the day. */
  at_work?: boolean;
  /** Without what is known not to run on the day, in summer or outside it. */
  runs?: boolean;
  effective_on?: string;
};

export function readPartnershipsSearch(search: Search): PartnershipsSearch {
  const school = text(search, "school");
  const partner = text(search, "partner");
  const stage = oneOf(search, "stage", stages);
  const cleared = yesOrNo(search["cleared"]);
  const atWork = yesOrNo(search["at_work"]);
  const runs = yesOrNo(search["runs"]);
  const effectiveOn = day(search, "effective_on");
  return {
    ...(school && { school }),
    ...(partner && { partner }),
    ...(stage && { stage }),
    ...(cleared !== undefined && { cleared }),
    ...(atWork !== undefined && { at_work: atWork }),
    ...(runs !== undefined && { runs }),
    ...(effectiveOn && { effective_on: effectiveOn }),
  };
}

export function readCallsSearch(search: Search): { effective_on?: string } {
  const effectiveOn = day(search, "effective_on");
  return effectiveOn ? { effective_on: effectiveOn } : {};
}

function yesOrNo(value: unknown): boolean | undefined {
  if (value === true || value === "true") return true;
  return value === false || value === "false" ? false : undefined;
}

/** Whether anything but the day narrows the list. */
export function isNarrowed(search: PartnershipsSearch): boolean {
  return Object.keys(search).some((key) => key !== "effective_on");
}
