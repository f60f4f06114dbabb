/** Letting other districts join an agreement, and what other districts let this one join. */
import { t } from "@lingui/core/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import {
  adoptOpenAgreement,
  agreeAgreementOpening,
  closeAgreementOpening,
  noteAgreementOpening,
  proposeAgreementOpening,
  refuseAgreementOpening,
  withdrawAgreementOpening,
} from "@/api/gen/sdk.gen";
import type {
  AdoptionCreate,
  OpenAgreementRead,
  OpenAgreementRow,
  OpeningCreate,
  OpeningRead,
  OpeningsRead,
} from "@/api/gen/types.gen";
import { ifMatch } from "@/api/entity-tags";
import { isApiError, isRecord } from "@/api/problem";

export type Opening = OpeningRead;
export type Openings = OpeningsRead;
export type OpenRow = OpenAgreementRow;
export type OpenOne = OpenAgreementRead;
export type Verb = "agree" | "refuse" | "withdraw" | "note" | "close";

/** The record, its history and both lists move with it: everything but the session is asked for again. */
function useRefresh() {
  const queries = useQueryClient();
  return () =>
    void queries.invalidateQueries({
      predicate: ({ queryKey: [key] }) => isRecord(key) && key["_id"] !== "getMe",
    });
}

export function usePropose(agreement: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async (body: OpeningCreate) => {
      await proposeAgreementOpening({ path: { agreement_id: agreement }, body, throwOnError: true });
    },
    onSuccess: refresh,
  });
}

export function useSay(opening: Opening) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async ({ verb, reason = "" }: { verb: Verb; reason?: string }) => {
      const asked = {
        path: { opening_id: opening.id },
        headers: ifMatch(opening),
        throwOnError: true as const,
      };
      if (verb === "agree") await agreeAgreementOpening(asked);
      else if (verb === "withdraw") await withdrawAgreementOpening(asked);
      else if (verb === "note") await noteAgreementOpening(asked);
      else if (verb === "refuse") await refuseAgreementOpening({ ...asked, body: { reason } });
      else await closeAgreementOpening({ ...asked, body: { reason } });
    },
    onSuccess: refresh,
  });
}

export function useAdopt(open: OpenOne) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async (body: AdoptionCreate) =>
      (await adoptOpenAgreement({ path: { open_id: open.id }, body, throwOnError: true })).data,
    onSuccess: refresh,
  });
}

export function openingRefusal(error: unknown): string | null {
  if (!isApiError(error)) return null;
  if (error.isConflict) return t`Somebody answered this meanwhile. Close this and read it again.`;
  if (error.slug === "cannot-adopt" || error.slug === "open-agreement-not-found")
    return t`The other district’s agreement is on hold or closed by now.`;
  if (error.slug === "adopted-already") return t`An agreement here adopts it already. Close this to find it.`;
  if (error.slug === "opening-there" || error.slug === "opening-cannot-move")
    return t`This is not possible any more. Close this and read it again.`;
  return null;
}
