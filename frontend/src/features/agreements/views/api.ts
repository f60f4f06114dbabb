/** The list's question by day and by state. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { getAgreementCalendarOptions, getAgreementStatesOptions } from "@/api/gen/@tanstack/react-query.gen";
import { question } from "../api";
import type { AgreementsSearch } from "../search";

export function calendarQuery(search: AgreementsSearch, from: string, to: string) {
  const { sort: _sort, ...asked } = question(search);
  const query = { ...asked, from_on: from, to_on: to };
  return queryOptions({ ...getAgreementCalendarOptions({ query }), placeholderData: keepPreviousData });
}

/** All that is named of one day, as far as it goes. */
export function wholeDayQuery(search: AgreementsSearch, on: string) {
  const { sort: _sort, ...asked } = question(search);
  return getAgreementCalendarOptions({ query: { ...asked, from_on: on, to_on: on, names: 200 } });
}

export function statesQuery(search: AgreementsSearch) {
  const { sort: _sort, ...asked } = question(search);
  return queryOptions({ ...getAgreementStatesOptions({ query: asked }), placeholderData: keepPreviousData });
}
