/** Registering an organization: its own small module, so that the public page carries nothing of the directory. */
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import {
  askToJoin,
  confirmJoining,
  listJoinDistricts,
  openJoinLink,
  readJoinLetter,
} from "@/api/gen/sdk.gen";
import type { JoinWrite } from "@/api/gen/types.gen";
import { sessionQuery } from "@/features/auth";

export const districtsQuery = queryOptions({
  queryKey: ["join", "districts"],
  queryFn: async ({ signal }) => (await listJoinDistricts({ signal, throwOnError: true })).data.items,
});

export function joinQuery(token: string) {
  return queryOptions({
    queryKey: ["join", token],
    queryFn: async ({ signal }) => (await openJoinLink({ body: { token }, signal, throwOnError: true })).data,
    retry: false,
  });
}

export function letterQuery(district: string, letterId: string) {
  return queryOptions({
    queryKey: ["join", "letter", letterId],
    queryFn: async ({ signal }) =>
      (await readJoinLetter({ body: { district, letter_id: letterId }, signal, throwOnError: true })).data,
  });
}

export function useAskToJoin() {
  return useMutation({
    mutationFn: async (body: JoinWrite) => (await askToJoin({ body, throwOnError: true })).data,
  });
}

/** Whoever confirms is signed in by it: what was known of the session before is forgotten. */
export function useConfirmJoining() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: { token: string; password: string }) =>
      (await confirmJoining({ body, throwOnError: true })).data,
    onSuccess: () => queries.removeQueries({ queryKey: sessionQuery.queryKey }),
  });
}
