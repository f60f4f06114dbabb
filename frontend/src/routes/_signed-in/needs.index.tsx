import { createFileRoute } from "@tanstack/react-router";
import { sessionQuery } from "@/features/auth";
import { areasQuery, assessmentsQuery, NeedsPage, needsQuery, readNeedsSearch } from "@/features/needs";
import { isPartnerStaff } from "@/lib/session";

export const Route = createFileRoute("/_signed-in/needs/")({
  validateSearch: readNeedsSearch,
  loaderDeps: ({ search }) => readNeedsSearch(search),
  loader: async ({ context, deps }) => {
    const me = await context.queries.ensureQueryData(sessionQuery);
    await Promise.all([
      context.queries.ensureInfiniteQueryData(needsQuery(deps)),
      context.queries.ensureQueryData(areasQuery),
      !isPartnerStaff(me) && context.queries.ensureInfiniteQueryData(assessmentsQuery(deps.school)),
    ]);
  },
  component: Needs,
});

function Needs() {
  return <NeedsPage search={readNeedsSearch(Route.useSearch())} />;
}
