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
  // Nothing is awaited: the filters stay where they are, and in focus, while the rows of another question come.
  loader: ({ context: { queries }, deps }) => {
    const asked = questionOf(deps);
    void queries.prefetchInfiniteQuery(partnersQuery(asked));
    void queries.prefetchQuery(facetsQuery(asked));
    void queries.prefetchQuery(areasQuery);
    const me = queries.getQueryData(sessionQuery.queryKey);
    if (me && can(me, "partners:review")) void queries.prefetchQuery(tasksQuery(asked.effective_on));
  },
  component: Partners,
});

function Partners() {
  return <PartnersPage search={questionOf(Route.useSearch())} />;
}
