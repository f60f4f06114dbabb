/** What the addresses of targets say. */
import { day, oneOf, text, type Search } from "@/lib/url-state";

export const statuses = ["draft", "proposed", "agreed", "open", "closed", "revised", "withdrawn"] as const;

export type TargetsSearch = {
  school_year?: string;
  status?: (typeof statuses)[number];
  partner?: string;
  school?: string;
  effective_on?: string;
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const schoolYear = /^\d{4}-\d{4}$/;

function matching(search: Search, key: string, shape: RegExp): string | undefined {
  const value = text(search, key);
  return value !== undefined && shape.test(value) ? value : undefined;
}

export function readTargetsSearch(search: Search): TargetsSearch {
  const year = matching(search, "school_year", schoolYear);
  const status = oneOf(search, "status", statuses);
  const partner = matching(search, "partner", uuid);
  const school = matching(search, "school", uuid);
  return {
    ...(year && { school_year: year }),
    ...(status && { status }),
    ...(partner && { partner }),
    ...(school && { school }),
    ...readDay(search),
  };
}

/** The day on which a target is looked at; today when the address says nothing. */
export type DaySearch = { effective_on?: string };

export function readDay(search: Search): DaySearch {
  const on = day(search, "effective_on");
  return on ? { effective_on: on } : {};
}

/** A new target may come with its partnership already chosen. */
export type StartSearch = { partnership?: string };

export function readStartSearch(search: Search): StartSearch {
  const partnership = matching(search, "partnership", uuid);
  return partnership ? { partnership } : {};
}
