/** Writing needs and their assessments; after every write what names them is read again. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ifMatch } from "@/api/entity-tags";
import {
  addNeed,
  addNeedEvidence,
  addressNeed,
  analyzeNeedsAssessment,
  approveNeedsAssessment,
  changeNeed,
  collectForNeedsAssessment,
  deferNeed,
  dropNeed,
  getNeed,
  getNeedsAssessment,
  matchNeed,
  meetNeed,
  nameTopNeeds,
  prioritizeNeed,
  prioritizeNeedsAssessment,
  publishNeedsAssessment,
  putNeedsRanking,
  removeNeed,
  removeNeedEvidence,
  reopenNeedsAssessment,
  startNeedsAssessment,
  submitNeedsAssessment,
} from "@/api/gen/sdk.gen";
import type {
  AssessmentCreate,
  AssessmentRead,
  EvidenceCreate,
  NeedCreate,
  NeedRead,
  NeedUpdate,
  Place,
  TopNeeds,
} from "@/api/gen/types.gen";

function useRenewed() {
  const queries = useQueryClient();
  return async () => {
    for (const name of ["listNeeds", "listNeedsAssessments", "listMyTasks", "listNeedFits"])
      void queries.invalidateQueries({ queryKey: [{ _id: name }] });
    await Promise.all(
      ["getNeed", "getNeedsAssessment"].map((name) =>
        queries.invalidateQueries({ queryKey: [{ _id: name }] }),
      ),
    );
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

export function useStartAssessment() {
  return useMutation({
    mutationFn: async (body: AssessmentCreate) =>
      (await startNeedsAssessment({ body, throwOnError: true })).data,
    onSuccess: useRenewed(),
  });
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

/** Straight from the assessment's list: the server's own lock decides, no version is sent. */
export function useMakePriority() {
  return useMutation({
    mutationFn: async (needId: string) =>
      (await prioritizeNeed({ path: { need_id: needId }, throwOnError: true })).data,
    onSettled: useRenewed(),
  });
}

export function useAddNeed(assessmentId: string) {
  return useMutation({
    mutationFn: async (body: NeedCreate) =>
      (await addNeed({ path: { assessment_id: assessmentId }, body, throwOnError: true })).data,
    onSuccess: useRenewed(),
  });
}

/** After a late edit the form reads the need again itself, so a refusal renews nothing. */
export function useChangeNeed() {
  return useMutation({
    mutationFn: async ({ need, body }: { need: NeedRead; body: NeedUpdate }) =>
      (await changeNeed({ path: { need_id: need.id }, headers: ifMatch(need), body, throwOnError: true }))
        .data,
    onSuccess: useRenewed(),
  });
}

export async function rereadNeed(needId: string): Promise<NeedRead> {
  return (await getNeed({ path: { need_id: needId }, throwOnError: true })).data;
}

export function useRemoveNeed() {
  return useMutation({
    mutationFn: (need: NeedRead) =>
      removeNeed({ path: { need_id: need.id }, headers: ifMatch(need), throwOnError: true }),
    onSuccess: useRenewed(),
  });
}

/** The need is read first: its version goes with the evidence. */
export function useAddEvidence() {
  return useMutation({
    mutationFn: async ({ needId, body }: { needId: string; body: EvidenceCreate }) => {
      const need = await rereadNeed(needId);
      const path = { need_id: needId };
      return (await addNeedEvidence({ path, headers: ifMatch(need), body, throwOnError: true })).data;
    },
    onSettled: useRenewed(),
  });
}

export function useRemoveEvidence() {
  return useMutation({
    mutationFn: ({ need, evidenceId }: { need: NeedRead; evidenceId: string }) =>
      removeNeedEvidence({
        path: { need_id: need.id, evidence_id: evidenceId },
        headers: ifMatch(need),
        throwOnError: true,
      }),
    onSettled: useRenewed(),
  });
}

export function usePutRanking() {
  return useMutation({
    mutationFn: async ({ base, places }: { base: AssessmentRead; places: Place[] }) =>
      (
        await putNeedsRanking({
          path: { assessment_id: base.id },
          headers: ifMatch(base),
          body: { places },
          throwOnError: true,
        })
      ).data,
    onSuccess: useRenewed(),
  });
}

export async function rereadAssessment(id: string): Promise<AssessmentRead> {
  return (await getNeedsAssessment({ path: { assessment_id: id }, throwOnError: true })).data;
}

export function useNameTopNeeds() {
  return useMutation({
    mutationFn: async ({ schoolId, body }: { schoolId: string; body: TopNeeds }) =>
      (await nameTopNeeds({ path: { school_id: schoolId }, body, throwOnError: true })).data,
    onSuccess: useRenewed(),
  });
}
