/** Writing an agreement's text: a new draft, one signed elsewhere, and an edit of a version. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ifMatch } from "@/api/entity-tags";
import { draftAgreement, editAgreement, recordAgreement } from "@/api/gen/sdk.gen";
import type { AgreementUpdate } from "@/api/gen/types.gen";
import { settle } from "./acts";
import { agreementQuery, type Agreement } from "./api";
import { toCreate, toRecord, type AgreementValues } from "./form-model";

export function useDraft() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (values: AgreementValues) =>
      (await draftAgreement({ body: toCreate(values), throwOnError: true })).data,
    onSuccess: (made) => settle(queries, made),
  });
}

export function useRecord() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (values: AgreementValues) =>
      (await recordAgreement({ body: toRecord(values), throwOnError: true })).data,
    onSuccess: (made) => settle(queries, made),
  });
}

export function useEdit() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ base, body }: { base: Agreement; body: AgreementUpdate }) => {
      const path = { agreement_id: base.id };
      return (await editAgreement({ path, body, headers: ifMatch(base), throwOnError: true })).data;
    },
    onSuccess: (now) => settle(queries, now),
  });
}

/** The record as it is now, asked for again. */
export function useReread(id: string): () => Promise<Agreement> {
  const queries = useQueryClient();
  return () => queries.fetchQuery({ ...agreementQuery(id), staleTime: 0 });
}
