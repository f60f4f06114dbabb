/** The office's reading and deciding: papers that wait, what is asked, waivers, and checks to verify. */
import { infiniteQueryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { ifMatch } from "@/api/entity-tags";
import {
  getPaperRequirementOptions,
  getProgramOptions,
  listMyTasksOptions,
  listPaperQueueOptions,
  listPaperWaiversInfiniteQueryKey,
  listProgramsOptions,
} from "@/api/gen/@tanstack/react-query.gen";
import {
  acceptPaper,
  addPaperRequirement,
  adoptPaperRequirements,
  changePaperRequirement,
  givePaperWaiver,
  listPaperWaivers,
  rejectPaper,
  replacePaperRequirement,
  retirePaperRequirement,
  revokePaperWaiver,
  verifyBackgroundCheck,
} from "@/api/gen/sdk.gen";
import type {
  CheckVerify,
  PaperRead,
  RequirementCreate,
  RequirementRead,
  RequirementReplace,
  RequirementUpdate,
  StaffRead,
  WaiverCreate,
  WaiverRead,
} from "@/api/gen/types.gen";
import { paperQuery, useRenewed } from "./api";

export const queueQuery = (effectiveOn?: string) =>
  listPaperQueueOptions(effectiveOn ? { query: { effective_on: effectiveOn } } : {});

/** The first programs whose name holds these letters. */
export const programsQuery = (typed: string) =>
  listProgramsOptions({ query: { limit: 20, ...(typed.trim() && { q: typed.trim() }) } });

/** The one program that is chosen; asked for only when one is. */
export const programQuery = (id: string) => ({
  ...getProgramOptions({ path: { program_id: id } }),
  enabled: id !== "",
});

/** What waits for this reader; the checks to verify are among it, one line for each partner. */
export const checkTasksQuery = listMyTasksOptions();

export const waiversQuery = infiniteQueryOptions({
  queryKey: listPaperWaiversInfiniteQueryKey(),
  queryFn: async ({ pageParam, signal }) => {
    const cursor = pageParam === "" ? {} : { cursor: pageParam };
    return (await listPaperWaivers({ query: { ...cursor, include_total: true }, signal, throwOnError: true }))
      .data;
  },
  initialPageParam: "",
  getNextPageParam: (page) => page.next_cursor,
});

export function useReread(id: string) {
  const queries = useQueryClient();
  return () => queries.fetchQuery({ ...paperQuery(id), staleTime: 0 });
}

/** A decision names the version that was looked at, so that nobody decides on a paper they have not seen. */
export function useDecide(paper: PaperRead) {
  const to = () => ({ path: { paper_id: paper.id }, headers: ifMatch(paper), throwOnError: true }) as const;
  return useMutation({
    mutationFn: async (reason: string | null) =>
      reason === null
        ? (await acceptPaper(to())).data
        : (await rejectPaper({ ...to(), body: { reason } })).data,
    onSuccess: useRenewed(),
  });
}

export function useVerify(person: StaffRead) {
  return useMutation({
    mutationFn: async ({ check, body }: { check: string; body: CheckVerify }) =>
      (
        await verifyBackgroundCheck({
          path: { staff_id: person.id, check_id: check },
          body,
          throwOnError: true,
        })
      ).data,
    onSuccess: useRenewed(),
  });
}

export function useAdopt() {
  return useMutation({
    mutationFn: async (from: string) =>
      (await adoptPaperRequirements({ body: { enforced_from: from }, throwOnError: true })).data,
    onSuccess: useRenewed(),
  });
}

export function useAsk() {
  return useMutation({
    mutationFn: async (body: RequirementCreate) =>
      (await addPaperRequirement({ body, throwOnError: true })).data,
    onSuccess: useRenewed(),
  });
}

type OfOne<Body> = { base: RequirementRead; body: Body };

export function useReplace() {
  return useMutation({
    mutationFn: async ({ base, body }: OfOne<RequirementReplace>) =>
      (
        await replacePaperRequirement({
          path: { requirement_id: base.id },
          headers: ifMatch(base),
          body,
          throwOnError: true,
        })
      ).data,
    onSuccess: useRenewed(),
  });
}

export function useReword() {
  return useMutation({
    mutationFn: async ({ base, body }: OfOne<RequirementUpdate>) =>
      (
        await changePaperRequirement({
          path: { requirement_id: base.id },
          headers: ifMatch(base),
          body,
          throwOnError: true,
        })
      ).data,
    onSuccess: useRenewed(),
  });
}

export function useRetire() {
  return useMutation({
    mutationFn: async ({ base, from }: { base: RequirementRead; from: string | null }) =>
      (
        await retirePaperRequirement({
          path: { requirement_id: base.id },
          headers: ifMatch(base),
          body: { retired_from: from },
          throwOnError: true,
        })
      ).data,
    onSuccess: useRenewed(),
  });
}

/** Rows of the list carry no version of their own: the requirement is read once more before it is changed. */
export const requirementQuery = (id: string) => ({
  ...getPaperRequirementOptions({ path: { requirement_id: id } }),
  staleTime: 0,
  gcTime: 0,
});

export function useRereadRequirement(id: string) {
  const queries = useQueryClient();
  return () => queries.fetchQuery(requirementQuery(id));
}

export function useGive() {
  return useMutation({
    mutationFn: async (body: WaiverCreate) => (await givePaperWaiver({ body, throwOnError: true })).data,
    onSuccess: useRenewed(),
  });
}

export function useEndWaiver(waiver: WaiverRead) {
  return useMutation({
    mutationFn: async (reason: string) =>
      (await revokePaperWaiver({ path: { waiver_id: waiver.id }, body: { reason }, throwOnError: true }))
        .data,
    onSuccess: useRenewed(),
  });
}
