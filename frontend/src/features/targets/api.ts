/** Reading targets: the list, one record, and what a new one may be about. */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import {
  getPartnershipOptions,
  getTargetOptions,
  listPartnershipsQueryKey,
  listProgramsOptions,
  listSchoolYearsOptions,
  listTargetsInfiniteQueryKey,
} from "@/api/gen/@tanstack/react-query.gen";
import { listPartnerships, listTargets } from "@/api/gen/sdk.gen";
import type {
  ListPartnershipsData,
  PartnershipItem,
  PartnershipPage,
  ResultRead,
  TargetRead,
  TargetSchoolRead,
} from "@/api/gen/types.gen";
import type { TargetsSearch } from "./search";

export type Target = TargetRead;
export type TargetSchool = TargetSchoolRead;
export type Result = ResultRead;

/** As many as the server gives at once: what is off track is to be seen without turning pages. */
const many = 200;

export function targetsQuery(search: TargetsSearch) {
  const query = { ...search, limit: many, include_total: true };
  return infiniteQueryOptions({
    queryKey: listTargetsInfiniteQueryKey({ query }),
    queryFn: async ({ pageParam, signal }) => {
      const cursor = pageParam === "" ? {} : { cursor: pageParam };
      return (await listTargets({ query: { ...query, ...cursor }, signal, throwOnError: true })).data;
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });
}

export function targetQuery(id: string, effectiveOn?: string) {
  const path = { target_id: id };
  return getTargetOptions({ path, ...(effectiveOn && { query: { effective_on: effectiveOn } }) });
}

export const schoolYearsQuery = { ...listSchoolYearsOptions(), staleTime: 60 * 60_000 };

/** Stages at which a partnership may have a target: those that ended or never began have none. */
const going: readonly PartnershipItem["stage"][] = [
  "exploring",
  "planning",
  "ready_check",
  "active",
  "paused",
];

/** Partnerships that a target may cover: one's own, or all of one program. */
export function placesQuery(program?: string) {
  const query: NonNullable<ListPartnershipsData["query"]> = { limit: 200, ...(program && { program }) };
  return queryOptions({
    queryKey: [...listPartnershipsQueryKey({ query }), "all"] as const,
    queryFn: async ({ signal }): Promise<PartnershipItem[]> => {
      const found: PartnershipItem[] = [];
      let cursor: string | null = null;
      do {
        const page: PartnershipPage = (
          await listPartnerships({ query: { ...query, cursor }, signal, throwOnError: true })
        ).data;
        found.push(...page.items.filter(({ stage }) => going.includes(stage)));
        cursor = page.next_cursor;
      } while (cursor !== null);
      return found;
    },
  });
}

export const partnershipQuery = (id: string) => getPartnershipOptions({ path: { partnership_id: id } });

/** Programs by their name, for the district office, which has too many partnerships to choose from. */
export function programsQuery(typed: string) {
  return {
    ...listProgramsOptions({ query: { limit: 20, status: "approved", ...(typed && { q: typed }) } }),
    placeholderData: keepPreviousData,
  };
}
