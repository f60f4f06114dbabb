import { createFileRoute } from "@tanstack/react-router";
import { readRequirementsSearch, requirementsQuery, RequirementsPage } from "@/features/papers";

export const Route = createFileRoute("/_signed-in/settings/requirements")({
  validateSearch: readRequirementsSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => context.queries.ensureQueryData(requirementsQuery(deps.effective_on)),
  component: Requirements,
});

function Requirements() {
  const { effective_on: effectiveOn } = Route.useSearch();
  return <RequirementsPage effectiveOn={effectiveOn} />;
}
