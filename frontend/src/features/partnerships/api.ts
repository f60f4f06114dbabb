/** Reading partnerships and taking the next step with one. */
import { infiniteQueryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { getPartnershipOptions, listPartnershipsInfiniteQueryKey } from "@/api/gen/@tanstack/react-query.gen";
import {
  activatePartnership,
  draftPartnershipAgreement,
  endPartnership,
  judgePartnershipUnfit,
  listPartnerships,
  pausePartnership,
  planPartnership,
  readyPartnership,
  resumePartnership,
} from "@/api/gen/sdk.gen";
import type { PartnershipRead } from "@/api/gen/types.gen";
import type { PartnershipsSearch } from "./search";

export function partnershipsQuery(search: PartnershipsSearch) {
  return infiniteQueryOptions({
    queryKey: listPartnershipsInfiniteQueryKey({ query: search }),
    queryFn: async ({ pageParam, signal }) => {
      const cursor = pageParam === "" ? {} : { cursor: pageParam };
      const query = { ...search, ...cursor, include_total: true };
      return (await listPartnerships({ query, signal, throwOnError: true })).data;
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
  });
}

export const partnershipQuery = (id: string, effectiveOn?: string) =>
  getPartnershipOptions({
    path: { partnership_id: id },
    ...(effectiveOn && { query: { effective_on: effectiveOn } }),
  });

export type Step = { move: string; reason?: string };

/** The server's moves by their verb; which of them this reader may take is in `allowed_moves`. */
async function takeStep(id: string, { move, reason = "" }: Step): Promise<PartnershipRead> {
  const to = { path: { partnership_id: id }, throwOnError: true } as const;
  const why = { ...to, body: { reason } };
  switch (move) {
    case "plan":
      return (await planPartnership(to)).data;
    case "ready":
      return (await readyPartnership(to)).data;
    case "activate":
      return (await activatePartnership(to)).data;
    case "resume":
      return (await resumePartnership(to)).data;
    case "pause":
      return (await pausePartnership(why)).data;
    case "end":
      return (await endPartnership(why)).data;
    case "not-a-fit":
      return (await judgePartnershipUnfit(why)).data;
    default:
      throw new Error(`no such step: ${move}`);
  }
}

export function useStep(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (step: Step) => takeStep(id, step),
    onSuccess: () => queries.invalidateQueries(),
  });
}

export function useDraftAgreement(id: string) {
  return useMutation({
    mutationFn: async () =>
      (await draftPartnershipAgreement({ path: { partnership_id: id }, throwOnError: true })).data,
  });
}
