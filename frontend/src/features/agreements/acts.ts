/** Taking a step: each is one request, and what it changes elsewhere is read anew. */
import { useMutation, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { ifMatch } from "@/api/entity-tags";
import {
  addAgreementDocument,
  amendAgreement,
  approveAgreement,
  confirmAgreementSchool,
  declineAgreementSchool,
  recallAgreement,
  reinstateAgreement,
  rejectAgreement,
  renewAgreement,
  replaceAgreement,
  requestAgreementChanges,
  reviewAgreement,
  sendAgreementForSignature,
  signAgreement,
  startAgreementReview,
  submitAgreement,
  suspendAgreement,
  terminateAgreement,
  withdrawAgreement,
} from "@/api/gen/sdk.gen";
import type { AgreementTermination, SectionNoteWrite, SignatureWrite } from "@/api/gen/types.gen";
import { isRecord } from "@/api/problem";
import { agreementQuery, type Agreement } from "./api";
import type { Act } from "./next-step";

/** What the person says along with the step. */
export type Said = {
  reason?: string;
  notes?: SectionNoteWrite[];
  signature?: SignatureWrite;
  ending?: AgreementTermination;
};

async function perform(agreement: Agreement, act: Act, said: Said = {}): Promise<Agreement> {
  const path = { agreement_id: agreement.id };
  const asked = { path, headers: ifMatch(agreement), throwOnError: true } as const;
  const reason = said.reason ?? "";
  const notes = said.notes ?? [];
  switch (act.verb) {
    case "submit":
      return (await submitAgreement(asked)).data;
    case "start-review":
      return (await startAgreementReview(asked)).data;
    case "request-changes":
      return (await requestAgreementChanges({ ...asked, body: { reason, notes } })).data;
    case "approve":
      return (await approveAgreement(asked)).data;
    case "reject":
      return (await rejectAgreement({ ...asked, body: { reason } })).data;
    case "send-for-signature":
      return (await sendAgreementForSignature(asked)).data;
    case "sign": {
      const body = said.signature ?? { name: "", title: "", consents: false };
      return (await signAgreement({ ...asked, body })).data;
    }
    case "recall":
      return (await recallAgreement(asked)).data;
    case "suspend":
      return (await suspendAgreement({ ...asked, body: { reason } })).data;
    case "reinstate":
      return (await reinstateAgreement(asked)).data;
    case "terminate":
      return (await terminateAgreement({ ...asked, body: said.ending ?? { reason } })).data;
    case "withdraw":
      return (await withdrawAgreement(asked)).data;
    case "confirm":
      return (await confirmAgreementSchool({ ...asked, path: { ...path, school_id: act.school.id } })).data;
    case "decline": {
      const at = { ...path, school_id: act.school.id };
      return (await declineAgreementSchool({ ...asked, path: at, body: { reason } })).data;
    }
    case "review": {
      const comment = said.reason ? { comment: said.reason } : {};
      const body = { step: act.step, decision: "approved" as const, notes, ...comment };
      return (await reviewAgreement({ ...asked, body })).data;
    }
    case "renew":
      return (await renewAgreement({ path, ...(reason && { body: { reason } }), throwOnError: true })).data;
    case "replace":
      return (await replaceAgreement({ path, throwOnError: true })).data;
    case "amend":
      return (await amendAgreement({ path, throwOnError: true })).data;
  }
}

/** An agreement is read in many places: everything but the session and the record itself is asked for again. */
export function settle(queries: QueryClient, now: Agreement): void {
  const own = agreementQuery(now.id).queryKey;
  queries.setQueryData(own, now);
  void queries.invalidateQueries({
    predicate: ({ queryKey: [key] }) =>
      isRecord(key) && key["_id"] !== "getMe" && JSON.stringify([key]) !== JSON.stringify(own),
  });
}

export function useAct(agreement: Agreement) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ act, said }: { act: Act; said?: Said }) => perform(agreement, act, said),
    onSuccess: (now) => settle(queries, now),
  });
}

export function useAddPaper() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ agreement, file }: { agreement: Agreement; file: File }) => {
      const path = { agreement_id: agreement.id };
      const asked = { path, query: { name: file.name }, body: file, headers: ifMatch(agreement) };
      return (await addAgreementDocument({ ...asked, throwOnError: true })).data;
    },
    onSuccess: (now) => settle(queries, now),
  });
}
