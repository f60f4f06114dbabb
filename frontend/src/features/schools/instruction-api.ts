/** Reading and setting when school is in session. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ifMatch } from "@/api/entity-tags";
import { getInstructionDaysOptions } from "@/api/gen/@tanstack/react-query.gen";
import { putInstructionDays } from "@/api/gen/sdk.gen";
import type { InstructionDaysRead, InstructionDaysWrite } from "@/api/gen/types.gen";
import { isRecord } from "@/api/problem";

export type InstructionDays = InstructionDaysRead;

export const instructionDaysQuery = () => getInstructionDaysOptions();

/** Who may enter, whom to call and what lapses follow from them, so all of it is read again. */
export function useSetInstructionDays() {
  const queries = useQueryClient();
  const own = instructionDaysQuery().queryKey;
  return useMutation({
    mutationFn: async ({ base, body }: { base: InstructionDays; body: InstructionDaysWrite }) =>
      (await putInstructionDays({ body, headers: ifMatch(base), throwOnError: true })).data,
    onSuccess: (now) => {
      queries.setQueryData(own, now);
      void queries.invalidateQueries({
        predicate: ({ queryKey: [key] }) =>
          isRecord(key) && key["_id"] !== "getMe" && JSON.stringify([key]) !== JSON.stringify(own),
      });
    },
  });
}

export function useRereadInstructionDays(): () => Promise<InstructionDays> {
  const queries = useQueryClient();
  return () => queries.fetchQuery({ ...instructionDaysQuery(), staleTime: 0 });
}
