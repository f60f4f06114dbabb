/** Reading targets, taking the next step with one, and entering its results. */
import { infiniteQueryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { ifMatch } from "@/api/entity-tags";
import {
  getTargetOptions,
  listPartnersOptions,
  listPartnershipsOptions,
  listSchoolsOptions,
  listTargetsInfiniteQueryKey,
} from "@/api/gen/@tanstack/react-query.gen";
import {
  agreeTarget,
  agreeTargetSchool,
  closeTarget,
  createTarget,
  enterResults,
  getResult,
  listTargets,
  openTarget,
  optOutTargetSchool,
  proposeTarget,
  rejectResult,
  reviseTarget,
  verifyResult,
  withdrawTarget,
} from "@/api/gen/sdk.gen";
import type { ResultGrid, TargetCreate, TargetRead } from "@/api/gen/types.gen";
import type { TargetsSearch } from "./search";

export function targetsQuery(search: TargetsSearch) {
  return infiniteQueryOptions({
    queryKey: listTargetsInfiniteQueryKey({ query: search }),
    queryFn: async ({ pageParam, signal }) => {
      const cursor = pageParam === "" ? {} : { cursor: pageParam };
      const query = { ...search, ...cursor, include_total: true };
      return (await listTargets({ query, signal, throwOnError: true })).data;
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
  });
}

export const targetQuery = (id: string) => getTargetOptions({ path: { target_id: id } });
export const schoolChoices = listSchoolsOptions({ query: { limit: 100 } });
export const partnerChoices = listPartnersOptions({ query: { limit: 100 } });
/** Where a new target may stand: the partnerships this reader looks after. */
export const placesQuery = listPartnershipsOptions({ query: { limit: 100 } });

/** A step with the target, with one school's word on it, or with one of its results. */
export type Act =
  | { of: "target"; move: string }
  | { of: "school"; move: string; id: string; name: string }
  | { of: "result"; move: string; id: string; name: string };

/** The server's moves by their verb; which of them this reader may take is in `allowed_moves`. */
async function take(target: TargetRead, act: Act, reason: string): Promise<string> {
  if (act.of === "result") return takeResult(target, act.id, act.move, reason);
  const headers = ifMatch(target);
  const path = { target_id: target.id };
  if (act.of === "school") {
    const to = { path: { ...path, school_id: act.id }, headers, throwOnError: true } as const;
    if (act.move === "agree") await agreeTargetSchool(to);
    else await optOutTargetSchool({ ...to, body: { reason } });
    return target.id;
  }
  const to = { path, headers, throwOnError: true } as const;
  switch (act.move) {
    case "propose":
      return (await proposeTarget(to)).data.id;
    case "agree":
      return (await agreeTarget(to)).data.id;
    case "open":
      return (await openTarget(to)).data.id;
    case "close":
      return (await closeTarget(to)).data.id;
    case "withdraw":
      return (await withdrawTarget(to)).data.id;
    case "revise":
      return (await reviseTarget({ ...to, body: { reason } })).data.id;
    default:
      throw new Error(`no such step: ${act.move}`);
  }
}

/** A result inside a target has no version of its own there: it is read first. */
async function takeResult(target: TargetRead, id: string, move: string, reason: string): Promise<string> {
  const path = { result_id: id };
  const headers = ifMatch((await getResult({ path, throwOnError: true })).data);
  if (move === "verify") await verifyResult({ path, headers, throwOnError: true });
  else await rejectResult({ path, headers, body: { reason }, throwOnError: true });
  return target.id;
}

/** After a write: the record, the lists and what waits are read again. */
function useRenewed() {
  const queries = useQueryClient();
  return async () => {
    void queries.invalidateQueries({ queryKey: [{ _id: "listTargets" }] });
    void queries.invalidateQueries({ queryKey: [{ _id: "listMyTasks" }] });
    await queries.invalidateQueries({ queryKey: [{ _id: "getTarget" }] });
  };
}

export function useAct(target: TargetRead) {
  return useMutation({
    mutationFn: ({ act, reason }: { act: Act; reason: string }) => take(target, act, reason),
    onSettled: useRenewed(),
  });
}

/** Each row is kept or refused for itself; the answer says which. */
export function useEnter(target: TargetRead) {
  return useMutation({
    mutationFn: async (body: ResultGrid) =>
      (
        await enterResults({
          path: { target_id: target.id },
          headers: ifMatch(target),
          body,
          throwOnError: true,
        })
      ).data,
    onSettled: useRenewed(),
  });
}

export function useCreate() {
  return useMutation({
    mutationFn: async (body: TargetCreate) => (await createTarget({ body, throwOnError: true })).data,
    onSuccess: useRenewed(),
  });
}
