/** Reading partners and taking the next step with one. */
import { infiniteQueryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import {
  getPartnerOptions,
  listSimilarPartnersOptions,
  listMyTasksOptions,
  listPartnerApplicationsInfiniteQueryKey,
  listPartnersOptions,
  listTermsOptions,
} from "@/api/gen/@tanstack/react-query.gen";
import {
  approvePartner,
  changePartner,
  deactivatePartner,
  declinePartner,
  listPartnerApplications,
  registerPartner,
  reopenPartner,
  reinstatePartner,
  requestPartnerChanges,
  startPartnerReview,
  submitPartner,
  suspendPartner,
} from "@/api/gen/sdk.gen";
import type { NoteWrite, PartnerCreate, PartnerRead, PartnerUpdate } from "@/api/gen/types.gen";
import { ifMatch } from "@/api/entity-tags";
import type { QueueSearch } from "./queue-search";

export function applicationsQuery(search: QueueSearch) {
  return infiniteQueryOptions({
    queryKey: listPartnerApplicationsInfiniteQueryKey({ query: search }),
    queryFn: async ({ pageParam, signal }) => {
      const cursor = pageParam === "" ? {} : { cursor: pageParam };
      const query = { ...search, ...cursor, include_total: true };
      return (await listPartnerApplications({ query, signal, throwOnError: true })).data;
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
  });
}

export function partnerQuery(id: string, effectiveOn?: string) {
  const asked = effectiveOn ? { query: { effective_on: effectiveOn } } : {};
  return getPartnerOptions({ path: { partner_id: id }, ...asked });
}

/** The first organizations whose name holds these letters. */
export function namedQuery(q: string) {
  return listPartnersOptions({ query: { limit: 20, ...(q.trim() && { q: q.trim() }) } });
}

export const areasQuery = { ...listTermsOptions({ path: { scheme: "area" } }), staleTime: 10 * 60_000 };

/** What waits for this reader; the applications among it say since when. */
export function tasksQuery(effectiveOn?: string) {
  return listMyTasksOptions(effectiveOn ? { query: { effective_on: effectiveOn } } : {});
}

/** Records that may be the organization of this name and EIN. */
export function similarQuery(asked: { name?: string; ein?: string; but?: string }) {
  return listSimilarPartnersOptions({ query: asked });
}

export type Note = NoteWrite;
export type Step = { move: string; reason?: string; until?: string | null; notes?: readonly Note[] };

/** What of a partner a step needs: which one, and the version that was read. */
export type Stepping = Pick<PartnerRead, "id" | "version" | "name" | "status">;

/** The server's moves by their verb; which of them this reader may take is in `allowed_moves`. */
async function takeStep(partner: Stepping, { move, reason = "", until = null, notes = [] }: Step) {
  const to = {
    path: { partner_id: partner.id },
    headers: ifMatch(partner),
    throwOnError: true,
  } as const;
  switch (move) {
    case "submit":
      return (await submitPartner({ ...to, body: { note: reason || null } })).data;
    case "start-review":
      return (await startPartnerReview(to)).data;
    case "request-changes":
      return (await requestPartnerChanges({ ...to, body: { reason, notes: [...notes] } })).data;
    case "approve":
      return (await approvePartner({ ...to, body: { vetting_expires_on: until } })).data;
    case "decline":
      return (await declinePartner({ ...to, body: { reason } })).data;
    case "suspend":
      return (await suspendPartner({ ...to, body: { reason } })).data;
    case "reinstate":
      return (await reinstatePartner(to)).data;
    case "reopen":
      return (await reopenPartner({ ...to, body: { reason } })).data;
    case "deactivate":
      return (await deactivatePartner({ ...to, body: { reason } })).data;
    default:
      throw new Error(`no such step: ${move}`);
  }
}

/** After a write: the record, the directory and what waits are read again. */
export function useRenewed() {
  const queries = useQueryClient();
  return async () => {
    void queries.invalidateQueries({ queryKey: [{ _id: "listPartners" }] });
    void queries.invalidateQueries({ queryKey: [{ _id: "getPartnerFacets" }] });
    void queries.invalidateQueries({ queryKey: [{ _id: "listPartnerApplications" }] });
    void queries.invalidateQueries({ queryKey: [{ _id: "listMyTasks" }] });
    await queries.invalidateQueries({ queryKey: [{ _id: "getPartner" }] });
  };
}

export function useStep(partner: Stepping) {
  return useMutation({ mutationFn: (step: Step) => takeStep(partner, step), onSettled: useRenewed() });
}

/** The version that was read goes with the edit, so that nobody's later change is overwritten. */
export function useChange() {
  return useMutation({
    mutationFn: async ({ partner, body }: { partner: PartnerRead; body: PartnerUpdate }) =>
      (
        await changePartner({
          path: { partner_id: partner.id },
          headers: ifMatch(partner),
          body,
          throwOnError: true,
        })
      ).data,
    onSuccess: useRenewed(),
  });
}

/** The record as it is now, past whatever is remembered. */
export function useReread(id: string) {
  const queries = useQueryClient();
  return () => queries.fetchQuery({ ...partnerQuery(id), staleTime: 0 });
}

export function useRegister() {
  return useMutation({
    mutationFn: async (body: PartnerCreate) => (await registerPartner({ body, throwOnError: true })).data,
    onSuccess: useRenewed(),
  });
}
