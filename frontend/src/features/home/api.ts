/** What needs attention, who may enter, and a partner's grid, on the day shown. */
import type { QueryClient } from "@tanstack/react-query";
import {
  getMyGridOptions,
  listMyTasksOptions,
  listSchoolEntriesOptions,
} from "@/api/gen/@tanstack/react-query.gen";
import { sessionQuery } from "@/features/auth";
import { isPartnerStaff, schoolsOf } from "@/lib/session";

function on(effectiveOn: string | undefined) {
  return effectiveOn ? { query: { effective_on: effectiveOn } } : {};
}

export const tasksQuery = (effectiveOn?: string) => listMyTasksOptions(on(effectiveOn));
export const gridQuery = (effectiveOn?: string) => getMyGridOptions(on(effectiveOn));
export const entriesQuery = (school: string, effectiveOn?: string) =>
  listSchoolEntriesOptions({ path: { school_id: school }, ...on(effectiveOn) });

/** Everything the page shows, asked for at once. What fails here is asked for again in its own place on the page. */
export async function loadHome(queries: QueryClient, effectiveOn?: string): Promise<void> {
  const me = await queries.ensureQueryData(sessionQuery);
  const schools = schoolsOf(me);
  const own = isPartnerStaff(me)
    ? [queries.prefetchQuery(gridQuery(effectiveOn))]
    : schools === "all"
      ? []
      : schools.map((school) => queries.prefetchQuery(entriesQuery(school, effectiveOn)));
  await Promise.all([queries.ensureQueryData(tasksQuery(effectiveOn)), ...own]);
}
