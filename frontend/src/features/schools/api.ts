/** Reading the school directory. */
import { infiniteQueryOptions } from "@tanstack/react-query";
import { getSchoolOptions, listSchoolsInfiniteQueryKey } from "@/api/gen/@tanstack/react-query.gen";
import { listSchools } from "@/api/gen/sdk.gen";
import type { SchoolsSearch } from "./search";

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
