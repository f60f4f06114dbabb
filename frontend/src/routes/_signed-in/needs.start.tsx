import { createFileRoute, redirect } from "@tanstack/react-router";
import { sessionQuery } from "@/features/auth";
import {
  loadMySchools,
  needsSchoolsOf,
  StartPage,
  readSchoolSearch,
  schoolYearsQuery,
} from "@/features/needs";

export const Route = createFileRoute("/_signed-in/needs/start")({
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
    ]);
  },
  component: Start,
});

function Start() {
  return <StartPage school={Route.useSearch().school} />;
}
