/** Saying that something promised did not come, and taking that back. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ifMatch } from "@/api/entity-tags";
import { sayWhetherPromiseCame, unsayWhetherPromiseCame } from "@/api/gen/sdk.gen";
import { settle } from "../acts";
import type { Agreement } from "../api";

export type Missing = { promise: string; school: string | null; on: string; note: string };

export function useSayMissing(agreement: Agreement) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ promise, school, on, note }: Missing) => {
      const path = { agreement_id: agreement.id, promise_id: promise };
      const body = { outcome: "not_delivered" as const, on, note, ...(school && { school_id: school }) };
      return (await sayWhetherPromiseCame({ path, body, headers: ifMatch(agreement), throwOnError: true }))
        .data;
    },
    onSuccess: (now) => settle(queries, now),
  });
}

export function useTakeBack(agreement: Agreement) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ promise, school }: { promise: string; school: string | null }) => {
      const path = { agreement_id: agreement.id, promise_id: promise };
      const query = school ? { school_id: school } : {};
      return (await unsayWhetherPromiseCame({ path, query, headers: ifMatch(agreement), throwOnError: true }))
        .data;
    },
    onSuccess: (now) => settle(queries, now),
  });
}
