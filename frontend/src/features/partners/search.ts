/** What the address of the directory says. Every page reads addresses first, so nothing else stands in this file. */
import type { PartnerItem } from "@/api/gen/types.gen";
import { day, manyOf, oneOf, text, type Search } from "@/lib/url-state";

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

const days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
const gradeList = ["PK", "K", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"] as const;

/** What takes several values: in the address, as in the API, with commas between them. */
export const facets = ["area", "grade", "language", "day", "org_type", "status"] as const;
export type FacetName = (typeof facets)[number];

export type PartnersSearch = {
  q?: string;
  school?: string;
  approved?: boolean;
  sort?: "name" | "-name" | "updated_at" | "-updated_at";
  effective_on?: string;
} & { [Name in FacetName]?: string };

/** The values of a facet that are chosen. */
export function chosen(search: PartnersSearch, facet: FacetName): string[] {
  return search[facet]?.split(",") ?? [];
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function readPartnersSearch(search: Search): PartnersSearch {
  const q = text(search, "q");
  const school = text(search, "school");
  const approved = truth(search["approved"]);
  const sort = oneOf(search, "sort", ["-name", "updated_at", "-updated_at"]);
  const effectiveOn = day(search, "effective_on");
  const area = words(search, "area", /^[a-z][a-z0-9_]{0,59}$/);
  const language = words(search, "language", /^[^\s,][^,]{0,39}$/);
  const grade = manyOf(numbersToo(search, "grade"), "grade", gradeList);
  const weekday = manyOf(search, "day", days);
  const kind = manyOf(search, "org_type", kinds);
  const status = manyOf(search, "status", statuses);
  return {
    ...(q && { q }),
    ...(area && { area }),
    ...(grade && { grade: grade.join(",") }),
    ...(language && { language }),
    ...(weekday && { day: weekday.join(",") }),
    ...(school && uuid.test(school) && { school }),
    ...(kind && { org_type: kind.join(",") }),
    ...(status && { status: status.join(",") }),
    ...(approved !== undefined && { approved }),
    ...(sort && { sort }),
    ...(effectiveOn && { effective_on: effectiveOn }),
  };
}

function truth(value: unknown): boolean | undefined {
  if (value === true || value === "true") return true;
  return value === false || value === "false" ? false : undefined;
}

/** One grade alone, `grade=3`, is read from an address as a number. */
function numbersToo(search: Search, key: string): Search {
  const value = search[key];
  return typeof value === "number" ? { [key]: String(value) } : search;
}

function words(search: Search, key: string, known: RegExp): string | undefined {
  const asked = text(search, key, 400)?.split(",") ?? [];
  const kept = [...new Set(asked.map((word) => word.trim()).filter((word) => known.test(word)))].slice(0, 20);
  return kept.length > 0 ? kept.join(",") : undefined;
}
