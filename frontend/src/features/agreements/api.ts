/** Reading agreements: the list, one record, its text and its history. */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import {
  getAgreementOptions,
  getAgreementTextOptions,
  listAgreementsInfiniteQueryKey,
  listAgreementsOptions,
  listPartnershipsOptions,
} from "@/api/gen/@tanstack/react-query.gen";
import { listAgreements } from "@/api/gen/sdk.gen";
import type { AgreementRead, ListAgreementsData } from "@/api/gen/types.gen";
import type { AgreementsSearch } from "./search";

export type Agreement = AgreementRead;
export type SchoolAnswer = Agreement["schools"][number];
export type Side = Agreement["drafted_by"];
export type Party = Agreement["signatures"][number]["party"];
export type ReviewStep = Agreement["review_steps"][number]["step"];
export type EffectiveStatus = Agreement["effective_status"];

/** Which agreements, whatever they are looked at as: the same words under the list, the calendar and the board. */
export function question(search: AgreementsSearch) {
  const { standing, ends_within: within, view: _view, month: _month, zoom: _zoom, ...rest } = search;
  return {
    ...rest,
    ...(standing && { effective: standing }),
    ...(within && { ends_within: Number(within) }),
  };
}

/** The address's own words as the API asks them. */
export function asked(search: AgreementsSearch): NonNullable<ListAgreementsData["query"]> {
  const { sort, ...rest } = question(search);
  return { ...rest, ...(sort && { sort }) };
}

export function agreementsQuery(search: AgreementsSearch) {
  const query = { ...asked(search), include_total: true };
  return infiniteQueryOptions({
    queryKey: listAgreementsInfiniteQueryKey({ query }),
    queryFn: async ({ pageParam, signal }) => {
      const cursor = pageParam === "" ? {} : { cursor: pageParam };
      return (await listAgreements({ query: { ...query, ...cursor }, signal, throwOnError: true })).data;
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });
}

/** How many agreements a question has, without its rows. */
export function countQuery(search: AgreementsSearch) {
  const query = { ...asked(search), include_total: true, limit: 1 };
  return queryOptions({ ...listAgreementsOptions({ query }), select: (page) => page.total?.value });
}

export function agreementQuery(id: string, effectiveOn?: string) {
  const path = { agreement_id: id };
  return getAgreementOptions({ path, ...(effectiveOn && { query: { effective_on: effectiveOn } }) });
}

/** What runs under an agreement: its programs at its schools. */
export const underAgreementQuery = (agreement: string) =>
  listPartnershipsOptions({ query: { agreement, limit: 500 } });

export const textQuery = (id: string) => getAgreementTextOptions({ path: { agreement_id: id } });
