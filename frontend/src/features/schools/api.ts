/** Reading the school directory. */
import { infiniteQueryOptions } from "@tanstack/react-query";
import { getSchoolOptions, listSchoolsInfiniteQueryKey } from "@/api/gen/@tanstack/react-query.gen";
import { listSchools } from "@/api/gen/sdk.gen";
import type { SchoolItem } from "@/api/gen/types.gen";
import { oneOf, text, type Search } from "@/lib/url-state";

export const levels = ["elementary", "middle", "high", "k8", "other"] as const;
export type Level = SchoolItem["level"];

/** What the directory's address says. */
export type SchoolsSearch = { q?: string; level?: Level; sort?: "name" | "-name" };

export function readSchoolsSearch(search: Search): SchoolsSearch {
  const q = text(search, "q");
  const level = oneOf(search, "level", levels);
  const sort = oneOf(search, "sort", ["-name"]);
  return { ...(q && { q }), ...(level && { level }), ...(sort && { sort }) };
}

export function schoolsQuery(search: SchoolsSearch) {
  return infiniteQueryOptions({
    queryKey: listSchoolsInfiniteQueryKey({ query: search }),
    queryFn: async ({ pageParam, signal }) => {
      const cursor = pageParam === "" ? {} : { cursor: pageParam };
      const query = { ...search, ...cursor, include_total: true };
      return (await listSchools({ query, signal, throwOnError: true })).data;
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
  });
}

export const schoolQuery = (id: string) => getSchoolOptions({ path: { school_id: id } });
