/** What the address of the directory says. Every page reads addresses first, so nothing else stands in this file. */
import type { SchoolItem } from "@/api/gen/types.gen";
import { oneOf, text, type Search } from "@/lib/url-state";

export const levels = ["elementary", "middle", "high", "k8", "other"] as const;
export type Level = SchoolItem["level"];

export type SchoolsSearch = { q?: string; level?: Level; sort?: "name" | "-name" };

export function readSchoolsSearch(search: Search): SchoolsSearch {
  const q = text(search, "q");
  const level = oneOf(search, "level", levels);
  const sort = oneOf(search, "sort", ["-name"]);
  return { ...(q && { q }), ...(level && { level }), ...(sort && { sort }) };
}
