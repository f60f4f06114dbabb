/** What may be done to all partners of a question. */
import { queryOptions, useMutation } from "@tanstack/react-query";
import { listPartnerBulkMovesOptions, movePartnersMutation } from "@/api/gen/@tanstack/react-query.gen";
import type { BulkOffer } from "@/api/gen/types.gen";
import { useRenewed } from "./api";
import { question } from "./directory-api";
import type { PartnersSearch } from "./search";

export type Offer = BulkOffer;

/** Read anew each time: what is decided for many rests on what is true now. */
export function offersQuery(search: PartnersSearch) {
  return queryOptions({
    ...listPartnerBulkMovesOptions({ query: question(search) }),
    staleTime: 0,
    gcTime: 0,
  });
}

export function useMoveAll() {
  return useMutation({ ...movePartnersMutation(), onSuccess: useRenewed() });
}
