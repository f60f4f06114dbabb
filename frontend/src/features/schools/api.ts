/** Reading the school directory. */
import {
  infiniteQueryOptions,
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import {
  getSchoolOptions,
  listSchoolsInfiniteQueryKey,
  listSchoolsOptions,
  previewSchoolClosingOptions,
} from "@/api/gen/@tanstack/react-query.gen";
import { ifMatch } from "@/api/entity-tags";
import { closeSchool, listSchools, reopenSchool } from "@/api/gen/sdk.gen";
import type { SchoolClosingTold, SchoolRead } from "@/api/gen/types.gen";
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

/** What closing a school touches when it is not there from this day on. */
export function closingQuery(school: string, closedOn: string) {
  return previewSchoolClosingOptions({ path: { school_id: school }, query: { closed_on: closedOn } });
}

/** A closing changes what covers the school, who works there and who is called: everything is read again. */
function useRenewed() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries();
}

export function useClose(school: SchoolRead) {
  return useMutation({
    mutationFn: async (body: SchoolClosingTold) =>
      (
        await closeSchool({
          path: { school_id: school.id },
          headers: ifMatch(school),
          body,
          throwOnError: true,
        })
      ).data,
    onSuccess: useRenewed(),
  });
}

export function useReopen(school: SchoolRead) {
  return useMutation({
    mutationFn: async () =>
      (await reopenSchool({ path: { school_id: school.id }, headers: ifMatch(school), throwOnError: true }))
        .data,
    onSuccess: useRenewed(),
  });
}

/** Open schools to choose from, found by typing; the one that is chosen stays among them. */
export function useSuccessors(school: string, typed: string, chosen: string) {
  const own = useQuery({ ...getSchoolOptions({ path: { school_id: chosen } }), enabled: chosen !== "" });
  const q = typed === own.data?.name ? "" : typed.trim();
  const found = useQuery({
    ...listSchoolsOptions({ query: { limit: 20, status: "active", ...(q && { q }) } }),
    placeholderData: keepPreviousData,
  });
  const items = (found.data?.items ?? []).filter(({ id }) => id !== school);
  const shown = own.data && !items.some(({ id }) => id === chosen) ? [own.data, ...items] : items;
  return { items: shown.map(({ id, name }) => ({ id, label: name })), loading: found.isFetching };
}
