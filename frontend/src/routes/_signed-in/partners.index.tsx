import { createFileRoute } from "@tanstack/react-router";
import { sessionQuery } from "@/features/auth";
import {
  areasQuery,
  facetsQuery,
  PartnersPage,
  partnersQuery,
  questionOf,
  readPartnersSearch,
  tasksQuery,
} from "@/features/partners";
import { can } from "@/lib/session";

export const Route = createFileRoute("/_signed-in/partners/")({
  validateSearch: readPartnersSearch,
  loaderDeps: ({ search }) => search,
  loader: async ({ context, deps }) => {
    const asked = questionOf(deps);
    // Not awaited: the filters stay where they are while the rows of another question come.
    void context.queries.prefetchInfiniteQuery(partnersQuery(asked));
    void context.queries.prefetchQuery(facetsQuery(asked));
    const me = await context.queries.ensureQueryData(sessionQuery);
    await Promise.all([
      context.queries.ensureQueryData(areasQuery),
      can(me, "partners:review") && context.queries.ensureQueryData(tasksQuery(asked.effective_on)),
    ]);
  },
  component: Partners,
});

function Partners() {
  return <PartnersPage search={questionOf(Route.useSearch())} />;
}
