/** Writing targets: their steps, their definition and their results; what that changes elsewhere is read anew. */
import { useMutation, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { ifMatch } from "@/api/entity-tags";
import {
  agreeTarget,
  agreeTargetSchool,
  closeTarget,
  createTarget,
  enterResults,
  openTarget,
  optOutTargetSchool,
  proposeTarget,
  rejectResult,
  reviseTarget,
  updateTarget,
  verifyResult,
  withdrawTarget,
} from "@/api/gen/sdk.gen";
import type { ResultGrid, TargetCreate, TargetUpdate } from "@/api/gen/types.gen";
import { isRecord } from "@/api/problem";
import { spokenFaults } from "@/api/spoken/spoken";
import { targetQuery, type Result, type Target, type TargetSchool } from "./api";

export type TargetMove = "propose" | "agree" | "open" | "close" | "revise" | "withdraw";

export type Act =
  | { verb: TargetMove }
  | { verb: "agree-school" | "opt-out"; school: TargetSchool["school"] }
  | { verb: "reject"; result: Result };

/** Which of these the reader may take is in the record's `allowed_moves`. Answers the record they lead to. */
async function take(target: Target, act: Act, reason: string): Promise<string> {
  const path = { target_id: target.id };
  const asked = { path, headers: ifMatch(target), throwOnError: true } as const;
  switch (act.verb) {
    case "propose":
      return (await proposeTarget(asked)).data.id;
    case "agree":
      return (await agreeTarget(asked)).data.id;
    case "open":
      return (await openTarget(asked)).data.id;
    case "close":
      return (await closeTarget(asked)).data.id;
    case "withdraw":
      return (await withdrawTarget(asked)).data.id;
    case "revise":
      return (await reviseTarget({ ...asked, body: { reason } })).data.id;
    case "agree-school":
      return (await agreeTargetSchool({ ...asked, path: { ...path, school_id: act.school.id } })).data.id;
    case "opt-out": {
      const at = { ...path, school_id: act.school.id };
      return (await optOutTargetSchool({ ...asked, path: at, body: { reason } })).data.id;
    }
    case "reject":
      await rejectResult({ path: { result_id: act.result.id }, body: { reason }, throwOnError: true });
      return target.id;
  }
}

/** A target is read on home, a school, a partner and a thread: everything but the session is asked for again. */
async function renew(queries: QueryClient): Promise<void> {
  await queries.invalidateQueries({
    predicate: ({ queryKey: [key] }) => isRecord(key) && key["_id"] !== "getMe",
  });
}

export function useAct(target: Target) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ act, reason = "" }: { act: Act; reason?: string }) => take(target, act, reason),
    onSettled: () => renew(queries),
  });
}

/** Says of one result after the other that it is so; stops at the first that is refused. */
export function useVerify() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (results: readonly Result[]) => {
      for (const { id } of results) await verifyResult({ path: { result_id: id }, throwOnError: true });
      return results.length;
    },
    onSettled: () => renew(queries),
  });
}

/** Each row is kept or refused for itself; the answer says which. */
export function useEnter(target: Target) {
  const queries = useQueryClient();
  const path = { target_id: target.id };
  return useMutation({
    mutationFn: async (body: ResultGrid) => {
      const { data } = await enterResults({ path, headers: ifMatch(target), body, throwOnError: true });
      const rows = data.rows.map(async (row) => ({
        ...row,
        errors: await spokenFaults(row.errors),
        warnings: await spokenFaults(row.warnings),
      }));
      return { ...data, rows: await Promise.all(rows) };
    },
    onSettled: () => renew(queries),
  });
}

export function useCreate() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: TargetCreate) => (await createTarget({ body, throwOnError: true })).data,
    onSuccess: () => renew(queries),
  });
}

/** The version that was read goes with the edit, so that nobody's later change is overwritten. */
export function useUpdate() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ target, body }: { target: Target; body: TargetUpdate }) => {
      const asked = { path: { target_id: target.id }, headers: ifMatch(target), body };
      return (await updateTarget({ ...asked, throwOnError: true })).data;
    },
    onSuccess: () => renew(queries),
  });
}

/** The record as it is now, past whatever is remembered. */
export function useReread(id: string) {
  const queries = useQueryClient();
  return () => queries.fetchQuery({ ...targetQuery(id), staleTime: 0 });
}
