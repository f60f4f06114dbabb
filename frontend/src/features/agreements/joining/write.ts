/** Offering what is signed to one more school, and taking the offer back. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ifMatch } from "@/api/entity-tags";
import { addAgreementSchool, removeAgreementSchool } from "@/api/gen/sdk.gen";
import { settle } from "../acts";
import type { Agreement } from "../api";

export function useOffer(agreement: Agreement) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ school, isBack = false }: { school: string; isBack?: boolean }) => {
      const path = { agreement_id: agreement.id, school_id: school };
      const asked = { path, headers: ifMatch(agreement), throwOnError: true } as const;
      return (await (isBack ? removeAgreementSchool(asked) : addAgreementSchool(asked))).data;
    },
    onSuccess: (now) => settle(queries, now),
  });
}
