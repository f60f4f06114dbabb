/** What the page of a school reads from the features above the directory. */
import type { QueryClient } from "@tanstack/react-query";
import {
  listNeedsOptions,
  listPartnershipsOptions,
  listTargetsOptions,
} from "@/api/gen/@tanstack/react-query.gen";

import { schoolMeasuresQuery, studentsQuery } from "@/features/measures";
import { schoolQuery } from "@/features/schools";

type Asked = { school: string; effective_on?: string | undefined };

function dated({ school, effective_on }: Asked) {
  return { school, limit: 100, ...(effective_on && { effective_on }) };
}

export const schoolNeedsQuery = (school: string) =>
  listNeedsOptions({ query: { school, published: true, limit: 50 } });
export const schoolPartnershipsQuery = (asked: Asked) => listPartnershipsOptions({ query: dated(asked) });
export const schoolTargetsQuery = (asked: Asked) => listTargetsOptions({ query: dated(asked) });

/** Everything the page shows, asked for at once. */
export async function loadSchool(queries: QueryClient, school: string, effectiveOn?: string): Promise<void> {
  const asked = { school, effective_on: effectiveOn };
  await Promise.all([
    queries.ensureQueryData(schoolQuery(school)),
    queries.ensureQueryData(schoolMeasuresQuery(school)),
    queries.ensureQueryData(studentsQuery(school)),
    queries.ensureQueryData(schoolNeedsQuery(school)),
    queries.ensureQueryData(schoolPartnershipsQuery(asked)),
    queries.ensureQueryData(schoolTargetsQuery(asked)),
  ]);
}
