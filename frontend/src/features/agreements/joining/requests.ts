/** Asking to join what another school has signed, and the office's answer. */
import { t } from "@lingui/core/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { listJoinableAgreementsOptions, listJoinRequestsOptions } from "@/api/gen/@tanstack/react-query.gen";
import {
  acceptJoinRequest,
  askToJoinAgreement,
  refuseJoinRequest,
  withdrawJoinRequest,
} from "@/api/gen/sdk.gen";
import type { JoinableAgreement, JoinRequestRead } from "@/api/gen/types.gen";
import { ifMatch } from "@/api/entity-tags";
import { daysBetween, type Day } from "@/lib/dates";
import { isApiError, isRecord } from "@/api/problem";
import { needName } from "../needs";

export type Joinable = JoinableAgreement;
export type JoinRequest = JoinRequestRead;
export type JoinVerb = "accept" | "refuse" | "withdraw";

export const joinableQuery = (school: string) =>
  listJoinableAgreementsOptions({ path: { school_id: school } });
export const joinRequestsQuery = () => listJoinRequestsOptions();

/** How long an answer stays on the school's page. */
const remembered = 90;

/** What a school asked and has not taken back, the latest for each agreement; answers while they are fresh. */
export function ownRequests(all: readonly JoinRequest[], school: string, today: Day): JoinRequest[] {
  const seen = new Set<string>();
  const latest = all.filter((each) => {
    if (each.school.id !== school || seen.has(each.agreement.id)) return false;
    seen.add(each.agreement.id);
    return true;
  });
  return latest.filter(
    ({ status, decided_on }) =>
      status === "asked" ||
      (status !== "withdrawn" && decided_on !== null && daysBetween(decided_on, today) <= remembered),
  );
}

export function mayMake(request: JoinRequest, verb: JoinVerb): boolean {
  return request.allowed_moves.some(({ move, needs }) => move === verb && needs.length === 0);
}

/** Schools, tasks and agreements move with it: everything but the session is asked for again. */
function useRefresh() {
  const queries = useQueryClient();
  return () =>
    void queries.invalidateQueries({
      predicate: ({ queryKey: [key] }) => isRecord(key) && key["_id"] !== "getMe",
    });
}

export function useAskToJoin(school: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async ({ agreement, note }: { agreement: string; note: string }) => {
      const body = { school_id: school, ...(note && { note }) };
      await askToJoinAgreement({ path: { agreement_id: agreement }, body, throwOnError: true });
    },
    onSuccess: refresh,
  });
}

export function useAnswerRequest(request: JoinRequest) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async ({ verb, reason = "" }: { verb: JoinVerb; reason?: string }) => {
      const asked = {
        path: { request_id: request.id },
        headers: ifMatch(request),
        throwOnError: true as const,
      };
      if (verb === "accept") await acceptJoinRequest(asked);
      else if (verb === "withdraw") await withdrawJoinRequest(asked);
      else await refuseJoinRequest({ ...asked, body: { reason } });
    },
    onSuccess: refresh,
  });
}

export function joinRefusal(error: unknown): string | null {
  if (!isApiError(error)) return null;
  if (error.isConflict) return t`Somebody answered this meanwhile. Close this and read it again.`;
  if (error.slug === "join-asked") return t`Your school has asked already; the office has not answered yet.`;
  if (error.slug === "cannot-join") return t`This agreement cannot be joined now.`;
  if (error.status !== 409) return null;
  const needs = error.problem["needs"];
  const list = (Array.isArray(needs) ? needs.filter((each) => typeof each === "string") : [])
    .map(needName)
    .join("; ");
  return list ? t`This is still missing: ${list}.` : null;
}
