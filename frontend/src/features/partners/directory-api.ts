/** What the directory is asked: its rows and its facets. Its route fetches them, so nothing else stands in this file. */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { getPartnerFacetsOptions, listPartnersInfiniteQueryKey } from "@/api/gen/@tanstack/react-query.gen";
import { listPartners } from "@/api/gen/sdk.gen";
import type { PartnersSearch } from "./search";

export function partnersQuery(search: PartnersSearch) {
  return infiniteQueryOptions({
    queryKey: listPartnersInfiniteQueryKey({ query: search }),
    queryFn: async ({ pageParam, signal }) => {
      const cursor = pageParam === "" ? {} : { cursor: pageParam };
      const query = { ...search, ...cursor, include_total: true };
      return (await listPartners({ query, signal, throwOnError: true })).data;
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });
}

/** Which partners, without their order. */
export function question({ sort: _sort, ...asked }: PartnersSearch) {
  return asked;
}

export function facetsQuery(search: PartnersSearch) {
  return queryOptions({
    ...getPartnerFacetsOptions({ query: question(search) }),
    placeholderData: keepPreviousData,
  });
}
