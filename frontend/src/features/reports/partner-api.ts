/** What the page of a partner reads from the features above the directory. */
import type { QueryClient } from "@tanstack/react-query";
import { listAgreementsOptions, listPartnershipsOptions } from "@/api/gen/@tanstack/react-query.gen";
import { areasQuery, partnerQuery } from "@/features/partners";

function dated(effectiveOn: string | undefined) {
  return { limit: 100, ...(effectiveOn && { effective_on: effectiveOn }) };
}

export const partnerPartnershipsQuery = (partner: string, effectiveOn?: string) =>
  listPartnershipsOptions({ query: { partner, ...dated(effectiveOn) } });

export const partnerAgreementsQuery = (partner: string, effectiveOn?: string) =>
  listAgreementsOptions({ query: { partner, ...dated(effectiveOn) } });

/** The record and its words first; where it works and its agreements arrive in their own sections. */
export async function loadPartner(queries: QueryClient, partner: string, effectiveOn?: string) {
  void queries.prefetchQuery(partnerPartnershipsQuery(partner, effectiveOn));
  void queries.prefetchQuery(partnerAgreementsQuery(partner, effectiveOn));
  await Promise.all([
    queries.ensureQueryData(partnerQuery(partner, effectiveOn)),
    queries.ensureQueryData(areasQuery),
  ]);
}
