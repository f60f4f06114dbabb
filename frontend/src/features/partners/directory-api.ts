/** What the directory is asked: its rows, its facets, and what may be done to all of them. */
import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation } from "@tanstack/react-query";
import {
  getPartnerFacetsOptions,
  getSchoolOptions,
  listPartnerBulkMovesOptions,
  listPartnersInfiniteQueryKey,
  movePartnersMutation,
} from "@/api/gen/@tanstack/react-query.gen";
import { listPartners } from "@/api/gen/sdk.gen";
import type { BulkOffer } from "@/api/gen/types.gen";
import { useRenewed } from "./api";
import type { PartnersSearch } from "./search";

export type Offer = BulkOffer;

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

/** Read anew each time: what is decided for many rests on what is true now. */
export function offersQuery(search: PartnersSearch) {
  return queryOptions({
    ...listPartnerBulkMovesOptions({ query: question(search) }),
    staleTime: 0,
    gcTime: 0,
  });
}

export const schoolQuery = (id: string) => getSchoolOptions({ path: { school_id: id } });

export function useMoveAll() {
  return useMutation({ ...movePartnersMutation(), onSuccess: useRenewed() });
}
