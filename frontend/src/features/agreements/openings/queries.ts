/** What the pages of openings ask. */
import {
  getOpenAgreementOptions,
  listAgreementOpeningsOptions,
  listOpenAgreementsOptions,
} from "@/api/gen/@tanstack/react-query.gen";

export const openingsQuery = (agreement: string) =>
  listAgreementOpeningsOptions({ path: { agreement_id: agreement } });
export const openAgreementsQuery = (q?: string) => listOpenAgreementsOptions({ query: q ? { q } : {} });
export const openAgreementQuery = (id: string) => getOpenAgreementOptions({ path: { open_id: id } });
