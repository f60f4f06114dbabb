/** Reading needs and their assessments. */
import { infiniteQueryOptions } from "@tanstack/react-query";
import {
  getNeedOptions,
  getNeedsAssessmentOptions,
  listEvidenceProposalsOptions,
  listNeedsAssessmentsInfiniteQueryKey,
  listNeedsInfiniteQueryKey,
  listPartnershipsOptions,
  listSchoolYearsOptions,
  listTermsOptions,
} from "@/api/gen/@tanstack/react-query.gen";
import { listNeeds, listNeedsAssessments } from "@/api/gen/sdk.gen";
import type { NeedsSearch } from "./search";

/** Only what schools have published: the rest is the business of its assessment. */
export function needsQuery(search: NeedsSearch) {
  const asked = { ...search, published: true };
  return infiniteQueryOptions({
    queryKey: listNeedsInfiniteQueryKey({ query: asked }),
    queryFn: async ({ pageParam, signal }) => {
      const cursor = pageParam === "" ? {} : { cursor: pageParam };
      const query = { ...asked, ...cursor, include_total: true };
      return (await listNeeds({ query, signal, throwOnError: true })).data;
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
  });
}

export function assessmentsQuery(school?: string) {
  const asked = school ? { school } : {};
  return infiniteQueryOptions({
    queryKey: listNeedsAssessmentsInfiniteQueryKey({ query: asked }),
    queryFn: async ({ pageParam, signal }) => {
      const cursor = pageParam === "" ? {} : { cursor: pageParam };
      const query = { ...asked, ...cursor, include_total: true };
      return (await listNeedsAssessments({ query, signal, throwOnError: true })).data;
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
  });
}

export const needQuery = (id: string) => getNeedOptions({ path: { need_id: id } });
/** The partnerships that a need was linked to. */
export const needPartnershipsQuery = (need: string) =>
  listPartnershipsOptions({ query: { need, limit: 100, sort: "updated_at" } });
export const assessmentQuery = (id: string) => getNeedsAssessmentOptions({ path: { assessment_id: id } });
export const proposalsQuery = (id: string) => listEvidenceProposalsOptions({ path: { assessment_id: id } });

export const areasQuery = { ...listTermsOptions({ path: { scheme: "area" } }), staleTime: 10 * 60_000 };
export const populationsQuery = {
  ...listTermsOptions({ path: { scheme: "population" } }),
  staleTime: 10 * 60_000,
};
export const schoolYearsQuery = { ...listSchoolYearsOptions(), staleTime: 10 * 60_000 };
