import { createFileRoute } from "@tanstack/react-router";
import { sessionQuery } from "@/features/auth";
import { areasQuery, PartnersPage, partnersQuery, readPartnersSearch, tasksQuery } from "@/features/partners";
import { can } from "@/lib/session";

export const Route = createFileRoute("/_signed-in/partners/")({
  validateSearch: readPartnersSearch,
  loaderDeps: ({ search }) => search,
  loader: async ({ context, deps }) => {
    const me = await context.queries.ensureQueryData(sessionQuery);
    await Promise.all([
      context.queries.ensureInfiniteQueryData(partnersQuery(deps)),
      context.queries.ensureQueryData(areasQuery),
      can(me, "partners:review") && context.queries.ensureQueryData(tasksQuery(deps.effective_on)),
    ]);
  },
  component: Partners,
});

function Partners() {
  return <PartnersPage search={Route.useSearch()} />;
}
