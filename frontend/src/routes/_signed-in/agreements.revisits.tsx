import { createFileRoute } from "@tanstack/react-router";
import { OverdueRevisitsPage, overdueQuery, readDay } from "@/features/agreements";

export const Route = createFileRoute("/_signed-in/agreements/revisits")({
  validateSearch: readDay,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => context.queries.ensureQueryData(overdueQuery(deps.effective_on)),
  component: Overdue,
});

function Overdue() {
  const { effective_on: effectiveOn } = Route.useSearch();
  return <OverdueRevisitsPage effectiveOn={effectiveOn} />;
}
