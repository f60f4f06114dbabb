import { createFileRoute } from "@tanstack/react-router";
import { PlanPage, planQuery, readDay } from "@/features/agreements";

export const Route = createFileRoute("/_signed-in/site-plans/$planId/")({
  validateSearch: readDay,
  loaderDeps: ({ search }) => search,
  loader: ({ context, params, deps }) =>
    context.queries.ensureQueryData(planQuery(params.planId, deps.effective_on)),
  component: Plan,
});

function Plan() {
  const { planId } = Route.useParams();
  const { effective_on: effectiveOn } = Route.useSearch();
  return <PlanPage planId={planId} effectiveOn={effectiveOn} />;
}
