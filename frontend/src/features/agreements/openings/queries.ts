/** What the page of other districts' agreements asks and what its address says; the first file carries it. */
import {
  getOpenAgreementOptions,
  listAgreementOpeningsOptions,
  listOpenAgreementsOptions,
} from "@/api/gen/@tanstack/react-query.gen";
import { text, type Search } from "@/lib/url-state";

export type OpenSearch = { q?: string | undefined; id?: string | undefined };

export function readOpenSearch(search: Search): OpenSearch {
  const [q, id] = [text(search, "q"), text(search, "id")];
  return { ...(q && { q }), ...(id && { id }) };
}

export const openingsQuery = (agreement: string) =>
  listAgreementOpeningsOptions({ path: { agreement_id: agreement } });
export const openAgreementsQuery = (q?: string) => listOpenAgreementsOptions({ query: q ? { q } : {} });
export const openAgreementQuery = (id: string) => getOpenAgreementOptions({ path: { open_id: id } });
