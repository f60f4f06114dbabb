/** Reading and writing what an agreement says of student records. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ifMatch } from "@/api/entity-tags";
import { getDataTermsOptions } from "@/api/gen/@tanstack/react-query.gen";
import { certifyDataDestruction, writeDataTerms } from "@/api/gen/sdk.gen";
import type { DataTermsWrite, DestructionWrite } from "@/api/gen/types.gen";
import { isRecord } from "@/api/problem";
import type { Agreement } from "../api";
import type { DataTerms } from "./words";

export function dataTermsQuery(id: string, effectiveOn?: string) {
  const path = { agreement_id: id };
  return getDataTermsOptions({ path, ...(effectiveOn && { query: { effective_on: effectiveOn } }) });
}

/** The agreement, its history and its lists change along with its terms. */
function useSettled() {
  const queries = useQueryClient();
  return () =>
    queries.invalidateQueries({
      predicate: ({ queryKey: [key] }) => isRecord(key) && key["_id"] !== "getMe",
    });
}

export function useWriteTerms(data: DataTerms) {
  const settled = useSettled();
  return useMutation({
    mutationFn: async (body: DataTermsWrite) => {
      const path = { agreement_id: data.id };
      return (await writeDataTerms({ path, body, headers: ifMatch(data), throwOnError: true })).data;
    },
    onSuccess: settled,
  });
}

export function useCertify() {
  const settled = useSettled();
  return useMutation({
    mutationFn: async ({ at, body }: { at: Agreement; body: DestructionWrite }) => {
      const path = { agreement_id: at.id };
      return (await certifyDataDestruction({ path, body, headers: ifMatch(at), throwOnError: true })).data;
    },
    onSuccess: settled,
  });
}
