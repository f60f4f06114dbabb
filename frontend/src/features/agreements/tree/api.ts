/** Where each answer about a new agreement leads in the district. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ifMatch } from "@/api/entity-tags";
import { getTreeAnswerOptions, listTreeAnswersOptions } from "@/api/gen/@tanstack/react-query.gen";
import { putTreeAnswer, returnTreeAnswers } from "@/api/gen/sdk.gen";
import type { TreeAnswerRead, TreeAnswerWrite, TreeRead } from "@/api/gen/types.gen";
import { isRecord } from "@/api/problem";

export type Lead = TreeAnswerRead;
export type Tree = TreeRead;

export const treeQuery = () => listTreeAnswersOptions();
export const leadQuery = (answer: Lead["answer"]) => getTreeAnswerOptions({ path: { tree_answer: answer } });

/** Drafts follow the tree, so all but the session is asked for again. */
function useRefresh() {
  const queries = useQueryClient();
  return () =>
    void queries.invalidateQueries({
      predicate: ({ queryKey: [key] }) => isRecord(key) && key["_id"] !== "getMe",
    });
}

export function useSetLead() {
  return useMutation({
    mutationFn: async ({ base, body }: { base: Lead; body: TreeAnswerWrite }) => {
      const path = { tree_answer: base.answer };
      return (await putTreeAnswer({ path, body, headers: ifMatch(base), throwOnError: true })).data;
    },
    onSuccess: useRefresh(),
  });
}

/** These answers lead the usual way again. */
export function useGoBack() {
  return useMutation({
    mutationFn: async ({ base, answers }: { base: Tree; answers: Lead["answer"][] }) =>
      (await returnTreeAnswers({ body: { answers }, headers: ifMatch(base), throwOnError: true })).data,
    onSuccess: useRefresh(),
  });
}

/** The whole tree by now, asked for again. */
export function useRereadTree(): () => Promise<Tree> {
  const queries = useQueryClient();
  return () => queries.fetchQuery({ ...treeQuery(), staleTime: 0 });
}

/** Where it leads by now, asked for again. */
export function useRereadLead(answer: Lead["answer"]): () => Promise<Lead> {
  const queries = useQueryClient();
  return () => queries.fetchQuery({ ...leadQuery(answer), staleTime: 0 });
}
