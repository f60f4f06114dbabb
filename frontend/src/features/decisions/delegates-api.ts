/** Who stands in for a principal. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { listMyDelegationsOptions } from "@/api/gen/@tanstack/react-query.gen";
import { endDelegation, nameDelegate } from "@/api/gen/sdk.gen";
import type { DelegationCreate, DelegationRead } from "@/api/gen/types.gen";

export type Delegation = DelegationRead;
export const delegationsQuery = () => listMyDelegationsOptions();

export function useNameDelegate() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: DelegationCreate) => (await nameDelegate({ body, throwOnError: true })).data,
    onSuccess: () => queries.invalidateQueries({ queryKey: delegationsQuery().queryKey }),
  });
}

export function useEndDelegation() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (id: string) =>
      (await endDelegation({ path: { delegation_id: id }, throwOnError: true })).data,
    onSuccess: () => queries.invalidateQueries({ queryKey: delegationsQuery().queryKey }),
  });
}
