/** Reading and setting what a district sets for all its agreements. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ifMatch } from "@/api/entity-tags";
import { getAgreementSettingsOptions } from "@/api/gen/@tanstack/react-query.gen";
import { putAgreementSettings } from "@/api/gen/sdk.gen";
import type { AgreementSettingsRead, AgreementSettingsWrite } from "@/api/gen/types.gen";
import { isRecord } from "@/api/problem";

export type Settings = AgreementSettingsRead;

export const settingsQuery = () => getAgreementSettingsOptions();

/** Revisits and renewals move with them, so whatever tells of those is read again. */
export function useSet() {
  const queries = useQueryClient();
  const own = settingsQuery().queryKey;
  return useMutation({
    mutationFn: async ({ base, body }: { base: Settings; body: AgreementSettingsWrite }) =>
      (await putAgreementSettings({ body, headers: ifMatch(base), throwOnError: true })).data,
    onSuccess: (now) => {
      queries.setQueryData(own, now);
      void queries.invalidateQueries({
        predicate: ({ queryKey: [key] }) =>
          isRecord(key) && key["_id"] !== "getMe" && JSON.stringify([key]) !== JSON.stringify(own),
      });
    },
  });
}

/** What the district has set by now, asked for again. */
export function useReread(): () => Promise<Settings> {
  const queries = useQueryClient();
  return () => queries.fetchQuery({ ...settingsQuery(), staleTime: 0 });
}
