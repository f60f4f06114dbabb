/** Reading which programs fit a need, and starting a partnership from one of them. */
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { getNeedCoverageOptions, listNeedFitsOptions } from "@/api/gen/@tanstack/react-query.gen";
import { startPartnership } from "@/api/gen/sdk.gen";
import type { FitList, FitRead, PartnershipCreate } from "@/api/gen/types.gen";

export type Fit = FitRead;
export type FitNeed = FitList["need"];

export const needFitsQuery = (id: string, effectiveOn?: string) =>
  listNeedFitsOptions({ path: { need_id: id }, query: effectiveOn ? { effective_on: effectiveOn } : {} });

/** Programs whose area or grades rule them out, for whoever asks why one is missing. */
export const unfitQuery = (id: string, effectiveOn?: string) =>
  queryOptions(
    listNeedFitsOptions({
      path: { need_id: id },
      query: { strength: "none", limit: 100, ...(effectiveOn && { effective_on: effectiveOn }) },
    }),
  );

export const needCoverQuery = (id: string, effectiveOn?: string) =>
  getNeedCoverageOptions({ path: { need_id: id }, query: effectiveOn ? { effective_on: effectiveOn } : {} });

/** What names the need or the school is read again: who is on it has changed. */
export function useStartPartnership() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: PartnershipCreate) =>
      (await startPartnership({ body, throwOnError: true })).data,
    onSuccess: () => {
      for (const list of ["listPartnerships", "listNeedFits", "listMyTasks"])
        void queries.invalidateQueries({ queryKey: [{ _id: list }] });
    },
  });
}
