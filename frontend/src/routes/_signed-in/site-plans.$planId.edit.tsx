import { createFileRoute } from "@tanstack/react-router";
import { EditPlanPage, planQuery } from "@/features/agreements";

export const Route = createFileRoute("/_signed-in/site-plans/$planId/edit")({
  loader: ({ context, params }) => context.queries.ensureQueryData(planQuery(params.planId)),
  component: EditPlan,
});

function EditPlan() {
  return <EditPlanPage planId={Route.useParams().planId} />;
}
