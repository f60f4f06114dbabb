/** Reading needs and their assessments, and taking the next step with one. */
import { infiniteQueryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import {
  getNeedOptions,
  getNeedsAssessmentOptions,
  listEvidenceProposalsOptions,
  listNeedsAssessmentsInfiniteQueryKey,
  listNeedsInfiniteQueryKey,
  listTermsOptions,
} from "@/api/gen/@tanstack/react-query.gen";
import {
  addNeed,
  addNeedEvidence,
  addressNeed,
  analyzeNeedsAssessment,
  approveNeedsAssessment,
  collectForNeedsAssessment,
  deferNeed,
  dropNeed,
  getNeed,
  listNeeds,
  listNeedsAssessments,
  matchNeed,
  meetNeed,
  nameTopNeeds,
  prioritizeNeed,
  prioritizeNeedsAssessment,
  publishNeedsAssessment,
  reopenNeedsAssessment,
  submitNeedsAssessment,
} from "@/api/gen/sdk.gen";
import type { AssessmentRead, EvidenceCreate, NeedCreate, NeedRead, TopNeeds } from "@/api/gen/types.gen";
import { ifMatch } from "@/api/entity-tags";
import type { NeedsSearch } from "./search";

/** Only what schools have published: the rest is the business of its assessment. */
export function needsQuery(search: NeedsSearch) {
  const asked = { ...search, published: true };
  return infiniteQueryOptions({
    queryKey: listNeedsInfiniteQueryKey({ query: asked }),
    queryFn: async ({ pageParam, signal }) => {
      const cursor = pageParam === "" ? {} : { cursor: pageParam };
      const query = { ...asked, ...cursor, include_total: true };
      return (await listNeeds({ query, signal, throwOnError: true })).data;
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
  });
}

export function assessmentsQuery(school?: string) {
  const asked = school ? { school } : {};
  return infiniteQueryOptions({
    queryKey: listNeedsAssessmentsInfiniteQueryKey({ query: asked }),
    queryFn: async ({ pageParam, signal }) => {
      const cursor = pageParam === "" ? {} : { cursor: pageParam };
      const query = { ...asked, ...cursor, include_total: true };
      return (await listNeedsAssessments({ query, signal, throwOnError: true })).data;
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
  });
}

export const needQuery = (id: string) => getNeedOptions({ path: { need_id: id } });
export const assessmentQuery = (id: string) => getNeedsAssessmentOptions({ path: { assessment_id: id } });
export const proposalsQuery = (id: string) => listEvidenceProposalsOptions({ path: { assessment_id: id } });

export const areasQuery = { ...listTermsOptions({ path: { scheme: "area" } }), staleTime: 10 * 60_000 };
/** After a write: needs, assessments and what waits are read again. */
function useRenewed() {
  const queries = useQueryClient();
  return async () => {
    for (const name of ["listNeeds", "listNeedsAssessments", "listMyTasks", "listNeedFits", "getNeed"])
      void queries.invalidateQueries({ queryKey: [{ _id: name }] });
    await queries.invalidateQueries({ queryKey: [{ _id: "getNeedsAssessment" }] });
  };
}

export type Step = { move: string; reason?: string };

async function moveAssessment(assessment: AssessmentRead, { move, reason = "" }: Step) {
  const to = {
    path: { assessment_id: assessment.id },
    headers: ifMatch(assessment),
    throwOnError: true,
  } as const;
  switch (move) {
    case "collect":
      return (await collectForNeedsAssessment(to)).data;
    case "analyze":
      return (await analyzeNeedsAssessment(to)).data;
    case "prioritize":
      return (await prioritizeNeedsAssessment(to)).data;
    case "submit":
      return (await submitNeedsAssessment(to)).data;
    case "approve":
      return (await approveNeedsAssessment(to)).data;
    case "publish":
      return (await publishNeedsAssessment(to)).data;
    case "reopen":
      return (await reopenNeedsAssessment({ ...to, body: { reason } })).data;
    default:
      throw new Error(`no such step: ${move}`);
  }
}

async function moveNeed(need: NeedRead, { move, reason = "" }: Step) {
  const to = { path: { need_id: need.id }, headers: ifMatch(need), throwOnError: true } as const;
  switch (move) {
    case "prioritize":
      return (await prioritizeNeed(to)).data;
    case "match":
      return (await matchNeed(to)).data;
    case "address":
      return (await addressNeed(to)).data;
    case "meet":
      return (await meetNeed(to)).data;
    case "defer":
      return (await deferNeed({ ...to, body: { reason } })).data;
    case "drop":
      return (await dropNeed({ ...to, body: { reason } })).data;
    default:
      throw new Error(`no such step: ${move}`);
  }
}

export function useAssessmentStep(assessment: AssessmentRead) {
  return useMutation({
    mutationFn: (step: Step) => moveAssessment(assessment, step),
    onSettled: useRenewed(),
  });
}

export function useNeedStep(need: NeedRead) {
  return useMutation({ mutationFn: (step: Step) => moveNeed(need, step), onSettled: useRenewed() });
}

export function useAddNeed(assessmentId: string) {
  return useMutation({
    mutationFn: async (body: NeedCreate) =>
      (await addNeed({ path: { assessment_id: assessmentId }, body, throwOnError: true })).data,
    onSuccess: useRenewed(),
  });
}

/** The need is read first: its version goes with the evidence. */
export function useAddEvidence() {
  return useMutation({
    mutationFn: async ({ needId, body }: { needId: string; body: EvidenceCreate }) => {
      const path = { need_id: needId };
      const need = (await getNeed({ path, throwOnError: true })).data;
      return (await addNeedEvidence({ path, headers: ifMatch(need), body, throwOnError: true })).data;
    },
    onSettled: useRenewed(),
  });
}

export function useNameTopNeeds() {
  return useMutation({
    mutationFn: async ({ schoolId, body }: { schoolId: string; body: TopNeeds }) =>
      (await nameTopNeeds({ path: { school_id: schoolId }, body, throwOnError: true })).data,
    onSuccess: useRenewed(),
  });
}
