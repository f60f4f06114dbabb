import { createFileRoute, redirect } from "@tanstack/react-router";
import { sessionQuery } from "@/features/auth";
import {
  areasQuery,
  loadMySchools,
  needsSchoolsOf,
  NewNeedsPage,
  readSchoolSearch,
  schoolYearsQuery,
} from "@/features/needs";

export const Route = createFileRoute("/_signed-in/needs/new")({
  validateSearch: readSchoolSearch,
  beforeLoad: async ({ context }) => {
    const me = await context.queries.ensureQueryData(sessionQuery);
    if (needsSchoolsOf(me).length === 0) throw redirect({ to: "/needs", replace: true });
  },
  loader: async ({ context }) => {
    const me = await context.queries.ensureQueryData(sessionQuery);
    await Promise.all([
      loadMySchools(context.queries, me),
      context.queries.ensureQueryData(schoolYearsQuery),
      context.queries.ensureQueryData(areasQuery),
    ]);
  },
  component: NewNeeds,
});

function NewNeeds() {
  return <NewNeedsPage school={Route.useSearch().school} />;
}
