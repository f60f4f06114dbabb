/** Whose word, beside the partner's, puts a program on a school's page. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ifMatch } from "@/api/entity-tags";
import { getHalfSheetSettingsOptions } from "@/api/gen/@tanstack/react-query.gen";
import { putHalfSheetSettings } from "@/api/gen/sdk.gen";
import type { HalfSheetSettingsRead, HalfSheetSettingsWrite } from "@/api/gen/types.gen";

export const halfSheetSettingsQuery = () => getHalfSheetSettingsOptions();

export function useSetWhoDecides() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ base, body }: { base: HalfSheetSettingsRead; body: HalfSheetSettingsWrite }) =>
      (await putHalfSheetSettings({ headers: ifMatch(base), body, throwOnError: true })).data,
    onSuccess: async (now) => {
      queries.setQueryData(halfSheetSettingsQuery().queryKey, now);
      await queries.invalidateQueries({ queryKey: [{ _id: "getSchoolHalfSheet" }] });
    },
    // who was told that somebody saved first sees what they saved, and may save over it
    onError: () => queries.invalidateQueries({ queryKey: halfSheetSettingsQuery().queryKey }),
  });
}
