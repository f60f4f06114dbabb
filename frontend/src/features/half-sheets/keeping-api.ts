/** A school's page as staff keep it: reading it, opening and closing it, and what stands on it. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ifMatch } from "@/api/entity-tags";
import { getSchoolHalfSheetOptions } from "@/api/gen/@tanstack/react-query.gen";
import { hideFromHalfSheet, putSchoolHalfSheet, showOnHalfSheet } from "@/api/gen/sdk.gen";
import type { EntryWrite, KeptSheetRead, KeptSheetWrite } from "@/api/gen/types.gen";
import type { Language } from "@/lib/i18n";

export const sheetQuery = (schoolId: string, language: Language = "en") =>
  getSchoolHalfSheetOptions({ path: { school_id: schoolId }, query: { language } });

export function useRereadSheet(schoolId: string) {
  const queries = useQueryClient();
  return () => queries.fetchQuery({ ...sheetQuery(schoolId), staleTime: 0 });
}

/** Whatever was shown of the page is asked for again, in both languages and as everybody reads it. */
function useRenewed() {
  const queries = useQueryClient();
  return async () => {
    await Promise.all(
      ["getSchoolHalfSheet", "getHalfSheet", "getProgramListing"].map((_id) =>
        queries.invalidateQueries({ queryKey: [{ _id }] }),
      ),
    );
  };
}

export function useKeepSheet(schoolId: string) {
  return useMutation({
    mutationFn: async ({ base, body }: { base: KeptSheetRead; body: KeptSheetWrite }) =>
      (
        await putSchoolHalfSheet({
          path: { school_id: schoolId },
          headers: ifMatch(base),
          body,
          throwOnError: true,
        })
      ).data,
    onSuccess: useRenewed(),
  });
}

export function useShow(partnershipId: string) {
  return useMutation({
    mutationFn: async (body: EntryWrite) =>
      (await showOnHalfSheet({ path: { partnership_id: partnershipId }, body, throwOnError: true })).data,
    onSettled: useRenewed(),
  });
}

export function useHide(partnershipId: string) {
  return useMutation({
    mutationFn: async () =>
      (await hideFromHalfSheet({ path: { partnership_id: partnershipId }, throwOnError: true })).data,
    onSettled: useRenewed(),
  });
}
