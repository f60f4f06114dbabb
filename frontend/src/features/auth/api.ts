/**
 * Who is signed in: asked once, kept for the whole visit, replaced by signing in or changing the tenant.
 * Written against the client itself, with the contract's types: the generated functions of all features are one module,
 * and the front door should not carry it.
 */
import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { client } from "@/api/gen/client.gen";
import type {
  GetMeData,
  GetMeErrors,
  GetMeResponses,
  Me,
  SignInData,
  SignInErrors,
  SignInResponses,
  SignOutData,
  SignOutErrors,
  SignOutResponses,
  SwitchTenantData,
  SwitchTenantErrors,
  SwitchTenantResponses,
} from "@/api/gen/types.gen";
import { markSessionEnded } from "@/api/session-ended";

const me: GetMeData["url"] = "/api/v1/me";
const session: SignInData["url"] & SignOutData["url"] = "/api/v1/session";
const tenant: SwitchTenantData["url"] = "/api/v1/session/tenant";
const json = { "Content-Type": "application/json" };

export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: async ({ signal }): Promise<Me> => {
    const { data } = await client.get<GetMeResponses, GetMeErrors, true>({
      url: me,
      signal,
      throwOnError: true,
    });
    return data;
  },
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
    mutationFn: async (body: SignInData["body"]): Promise<Me> => {
      const request = { url: session, body, headers: json, throwOnError: true } as const;
      const { data } = await client.post<SignInResponses, SignInErrors, true>(request);
      return data;
    },
    onSuccess: (answer) => {
      queries.setQueryData(sessionQuery.queryKey, answer);
      markSessionEnded(false);
    },
  });
}

export function useSignOut() {
  return useMutation({
    mutationFn: () =>
      client.delete<SignOutResponses, SignOutErrors, true>({ url: session, throwOnError: true }),
  });
}

/** Another district or network: nothing that was read before may stay on the screen. */
export function useSwitchTenant() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: SwitchTenantData["body"]): Promise<Me> => {
      const request = { url: tenant, body, headers: json, throwOnError: true } as const;
      const { data } = await client.post<SwitchTenantResponses, SwitchTenantErrors, true>(request);
      return data;
    },
    onSuccess: (answer) => {
      queries.clear();
      queries.setQueryData(sessionQuery.queryKey, answer);
    },
  });
}
