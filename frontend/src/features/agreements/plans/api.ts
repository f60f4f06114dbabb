/** Site plans: reading them, and every step of one. */
import { useMutation, useQueryClient, type QueryClient } from "@tanstack/react-query";
import {
  getSitePlanOptions,
  listAgreementSitePlansOptions,
  listSitePlansOptions,
} from "@/api/gen/@tanstack/react-query.gen";
import { ifMatch } from "@/api/entity-tags";
import {
  agreeSitePlan,
  copySitePlan,
  draftSitePlan,
  editSitePlan,
  endSitePlan,
  proposeSitePlan,
  requestSitePlanChanges,
  sayWhetherPromiseCame,
  withdrawSitePlan,
} from "@/api/gen/sdk.gen";
import type {
  AgreementPlans,
  SitePlanCopies,
  SitePlanCreate,
  SitePlanLine,
  SitePlanRead,
  SitePlanUpdate,
} from "@/api/gen/types.gen";
import { isRecord } from "@/api/problem";

export type Plan = SitePlanRead;
export type PlanLine = SitePlanLine;
export type Plans = AgreementPlans;
export type PlanStatus = Plan["status"];
export type PlanVerb = "propose" | "agree" | "request-changes" | "withdraw" | "end";

const dated = (effectiveOn?: string) => (effectiveOn ? { query: { effective_on: effectiveOn } } : {});

export const planQuery = (id: string, effectiveOn?: string) =>
  getSitePlanOptions({ path: { plan_id: id }, ...dated(effectiveOn) });

export const plansUnderQuery = (agreement: string, effectiveOn?: string) =>
  listAgreementSitePlansOptions({ path: { agreement_id: agreement }, ...dated(effectiveOn) });

export const plansAtQuery = (school: string, effectiveOn?: string) =>
  listSitePlansOptions({
    query: { school, limit: 100, ...(effectiveOn && { effective_on: effectiveOn }) },
  });

/** A plan is read at its agreement, its school and on the first page: everything but the session is asked again. */
function refresh(queries: QueryClient, now?: Plan): void {
  if (now) queries.setQueryData(planQuery(now.id).queryKey, now);
  const own = now && JSON.stringify(planQuery(now.id).queryKey);
  void queries.invalidateQueries({
    predicate: ({ queryKey: [key] }) =>
      isRecord(key) && key["_id"] !== "getMe" && JSON.stringify([key]) !== own,
  });
}

export function useDraftPlan(agreement: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: SitePlanCreate) =>
      (await draftSitePlan({ path: { agreement_id: agreement }, body, throwOnError: true })).data,
    onSuccess: (made) => refresh(queries, made),
  });
}

export function useCopyPlan(agreement: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: SitePlanCopies) =>
      (await copySitePlan({ path: { agreement_id: agreement }, body, throwOnError: true })).data,
    onSuccess: () => refresh(queries),
  });
}

export function useEditPlan() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ base, body }: { base: Plan; body: SitePlanUpdate }) => {
      const path = { plan_id: base.id };
      return (await editSitePlan({ path, body, headers: ifMatch(base), throwOnError: true })).data;
    },
    onSuccess: (now) => refresh(queries, now),
  });
}

async function take(plan: Plan, verb: PlanVerb, reason: string): Promise<Plan> {
  const asked = { path: { plan_id: plan.id }, headers: ifMatch(plan), throwOnError: true as const };
  switch (verb) {
    case "propose":
      return (await proposeSitePlan(asked)).data;
    case "agree":
      return (await agreeSitePlan(asked)).data;
    case "withdraw":
      return (await withdrawSitePlan(asked)).data;
    case "request-changes":
      return (await requestSitePlanChanges({ ...asked, body: { reason } })).data;
    case "end":
      return (await endSitePlan({ ...asked, body: { reason } })).data;
  }
}

export function usePlanStep(plan: Plan) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ verb, reason = "" }: { verb: PlanVerb; reason?: string }) => take(plan, verb, reason),
    onSuccess: (now) => refresh(queries, now),
  });
}

/** That something promised at this school did not come; it is said on the agreement above the plan. */
export function useSayMissingHere(plan: Plan) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ promise, on, note }: { promise: string; on: string; note: string }) => {
      const path = { agreement_id: plan.agreement.id, promise_id: promise };
      const body = { outcome: "not_delivered" as const, on, note };
      await sayWhetherPromiseCame({ path, body, headers: { "If-Match": "*" }, throwOnError: true });
    },
    onSuccess: () => refresh(queries, undefined),
  });
}
