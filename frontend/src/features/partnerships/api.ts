/** Reading partnerships, taking the next step with one, and changing what is known of it. */
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
  type QueryClient,
} from "@tanstack/react-query";
import { ifMatch } from "@/api/entity-tags";
import {
  getPartnershipOptions,
  listNeedsOptions,
  listPartnershipLeadsOptions,
  listPartnershipsInfiniteQueryKey,
  listPartnershipsOptions,
  listPartnershipsQueryKey,
} from "@/api/gen/@tanstack/react-query.gen";
import {
  activatePartnership,
  changePartnership,
  draftPartnershipAgreement,
  endPartnership,
  judgePartnershipUnfit,
  listPartnerships,
  pausePartnership,
  planPartnership,
  readyPartnership,
  resumePartnership,
} from "@/api/gen/sdk.gen";
import type {
  ListPartnershipsData,
  PartnershipItem,
  PartnershipRead,
  PartnershipUpdate,
} from "@/api/gen/types.gen";
import { isRecord } from "@/api/problem";
import type { Verb } from "./verbs";
import type { PartnershipsSearch } from "./search";

export type Partnership = PartnershipRead;
/** A blocker of the record names people; one of the list only says which side. */
export type Blocker = Partnership["clearance"]["blockers"][number];
export type ListedBlocker = PartnershipItem["clearance"]["blockers"][number];

export function partnershipsQuery(search: PartnershipsSearch) {
  const query = { ...search, include_total: true };
  return infiniteQueryOptions({
    queryKey: listPartnershipsInfiniteQueryKey({ query }),
    queryFn: async ({ pageParam, signal }) => {
      const cursor = pageParam === "" ? {} : { cursor: pageParam };
      return (await listPartnerships({ query: { ...query, ...cursor }, signal, throwOnError: true })).data;
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });
}

type PartnershipsAsked = NonNullable<ListPartnershipsData["query"]>;

/** Every program at work that runs on a day and is not cleared: whoever calls has to have all of them. */
export function notClearedQuery(effectiveOn?: string) {
  const asked = {
    at_work: true,
    cleared: false,
    runs: true,
    ...(effectiveOn && { effective_on: effectiveOn }),
  } as const;
  return queryOptions({
    queryKey: listPartnershipsQueryKey({ query: { ...asked, limit: 500 } }),
    queryFn: async ({ signal }) => {
      const items: PartnershipItem[] = [];
      let cursor: string | null | undefined;
      while (cursor !== null) {
        const query: PartnershipsAsked = { ...asked, limit: 500, ...(cursor && { cursor }) };
        const page = (await listPartnerships({ query, signal, throwOnError: true })).data;
        items.push(...page.items);
        cursor = page.next_cursor;
      }
      return items;
    },
  });
}

/** How many partnerships a question has, without its rows. */
export function countQuery(search: PartnershipsSearch) {
  return {
    ...listPartnershipsOptions({ query: { ...search, include_total: true, limit: 1 } }),
    select: (page: { total?: { value: number } | null }) => page.total?.value,
  };
}

export const partnershipQuery = (id: string, effectiveOn?: string) =>
  getPartnershipOptions({
    path: { partnership_id: id },
    ...(effectiveOn && { query: { effective_on: effectiveOn } }),
  });

/** The school's published needs, to link to a partnership. */
export const needsQuery = (school: string) =>
  listNeedsOptions({ query: { school, published: true, limit: 100 } });

/** Whom this reader may name as the one to call. */
export const leadsQuery = (id: string) => listPartnershipLeadsOptions({ path: { partnership_id: id } });

/** The server's moves by their verb; which of them this reader may take is in `allowed_moves`. */
async function perform(partnership: Partnership, verb: Verb, reason: string): Promise<Partnership> {
  const path = { partnership_id: partnership.id };
  const asked = { path, headers: ifMatch(partnership), throwOnError: true } as const;
  const why = { ...asked, body: { reason } };
  switch (verb) {
    case "plan":
      return (await planPartnership(asked)).data;
    case "ready":
      return (await readyPartnership(asked)).data;
    case "activate":
      return (await activatePartnership(asked)).data;
    case "resume":
      return (await resumePartnership(asked)).data;
    case "pause":
      return (await pausePartnership(why)).data;
    case "end":
      return (await endPartnership(why)).data;
    case "not-a-fit":
      return (await judgePartnershipUnfit(why)).data;
  }
}

/** A partnership is read in many places: everything but the session and the record itself is asked for again. */
function settle(queries: QueryClient, now: Partnership): void {
  const own = partnershipQuery(now.id).queryKey;
  queries.setQueryData(own, now);
  void queries.invalidateQueries({
    predicate: ({ queryKey: [key] }) =>
      isRecord(key) && key["_id"] !== "getMe" && JSON.stringify([key]) !== JSON.stringify(own),
  });
}

export function useStep(partnership: Partnership) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ verb, reason = "" }: { verb: Verb; reason?: string }) =>
      perform(partnership, verb, reason),
    onSuccess: (now) => settle(queries, now),
  });
}

export function useChange() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ base, body }: { base: Partnership; body: PartnershipUpdate }) => {
      const path = { partnership_id: base.id };
      return (await changePartnership({ path, body, headers: ifMatch(base), throwOnError: true })).data;
    },
    onSuccess: (now) => settle(queries, now),
  });
}

export function useReread(id: string): () => Promise<Partnership> {
  const queries = useQueryClient();
  return () => queries.fetchQuery({ ...partnershipQuery(id), staleTime: 0 });
}

export function useDraftAgreement(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (together: readonly string[]) => {
      const body = { with_partnership_ids: [...together] };
      const asked = { path: { partnership_id: id }, body, throwOnError: true } as const;
      return (await draftPartnershipAgreement(asked)).data;
    },
    onSuccess: () => void queries.invalidateQueries(),
  });
}
