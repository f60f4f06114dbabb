/** Reading an agreement's revisits and what is overdue, and giving a side's word. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import {
  countOverdueRevisitsOptions,
  getAgreementRevisitsOptions,
} from "@/api/gen/@tanstack/react-query.gen";
import { ifMatch } from "@/api/entity-tags";
import { amendAgreementFromRevisit, answerAgreementRevisit } from "@/api/gen/sdk.gen";
import type { OverdueSchool, RevisitAnswer, RevisitRead, RevisitsRead } from "@/api/gen/types.gen";
import { isRecord } from "@/api/problem";
import { settle } from "../acts";

export type Revisits = RevisitsRead;
export type Revisit = RevisitRead;
export type Place = Revisit["schools"][number];
export type Word = Place["words"][number];
export type RevisitSide = Word["side"];
export type RevisitOutcome = Word["outcome"];
export type Comparison = NonNullable<Revisits["comparison"]>;
export type Overdue = OverdueSchool;

export function revisitsQuery(id: string, effectiveOn?: string) {
  const path = { agreement_id: id };
  return getAgreementRevisitsOptions({
    path,
    ...(effectiveOn && { query: { effective_on: effectiveOn } }),
  });
}

export const overdueQuery = (effectiveOn?: string) =>
  countOverdueRevisitsOptions(effectiveOn ? { query: { effective_on: effectiveOn } } : {});

/** The side's word; tasks, counts and the agreement's version move with it. */
export function useAnswer(revisits: Revisits) {
  const queries = useQueryClient();
  const own = revisitsQuery(revisits.id).queryKey;
  return useMutation({
    mutationFn: async ({ revisit, body }: { revisit: string; body: RevisitAnswer }) => {
      const path = { agreement_id: revisits.id, revisit_id: revisit };
      return (await answerAgreementRevisit({ path, body, headers: ifMatch(revisits), throwOnError: true }))
        .data;
    },
    onSuccess: (now) => {
      queries.setQueryData(own, now);
      void queries.invalidateQueries({
        predicate: ({ queryKey: [key] }) =>
          isRecord(key) && key["_id"] !== "getMe" && JSON.stringify([key]) !== JSON.stringify(own),
      });
    },
  });
}

/** The amendment that both sides asked for; its draft begins with what they said. */
export function useAmend(revisits: Revisits) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (revisit: string) => {
      const path = { agreement_id: revisits.id, revisit_id: revisit };
      return (await amendAgreementFromRevisit({ path, throwOnError: true })).data;
    },
    onSuccess: (made) => settle(queries, made),
  });
}
