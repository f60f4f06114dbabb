/** Who is signed in: asked once, kept for the whole visit, replaced by signing in or changing the tenant. */
import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import {
  getMeOptions,
  getMeQueryKey,
  signInMutation,
  signOutMutation,
  switchTenantMutation,
} from "@/api/gen/@tanstack/react-query.gen";
import type { Me } from "@/api/gen/types.gen";
import { markSessionEnded } from "@/api/session-ended";

export const sessionQuery = queryOptions({
  ...getMeOptions(),
  staleTime: 5 * 60_000,
  gcTime: Infinity,
  retry: false,
});

/** The session of a page behind the sign-in; the layout has loaded it before anything renders. */
export function useSession(): Me {
  return useSuspenseQuery(sessionQuery).data;
}

export function useSignIn() {
  const queries = useQueryClient();
  return useMutation({
    ...signInMutation(),
    onSuccess: (me) => {
      queries.setQueryData(getMeQueryKey(), me);
      markSessionEnded(false);
    },
  });
}

export function useSignOut() {
  return useMutation(signOutMutation());
}

/** Another district or network: nothing that was read before may stay on the screen. */
export function useSwitchTenant() {
  const queries = useQueryClient();
  return useMutation({
    ...switchTenantMutation(),
    onSuccess: (me) => {
      queries.clear();
      queries.setQueryData(getMeQueryKey(), me);
    },
  });
}
