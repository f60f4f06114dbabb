import { createFileRoute } from "@tanstack/react-router";
import { CallsPage, notClearedQuery, readCallsSearch } from "@/features/partnerships";

export const Route = createFileRoute("/_signed-in/partnerships/calls")({
  validateSearch: readCallsSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => context.queries.ensureQueryData(notClearedQuery(deps.effective_on)),
  component: Calls,
});

function Calls() {
  return <CallsPage effectiveOn={Route.useSearch().effective_on} />;
}
