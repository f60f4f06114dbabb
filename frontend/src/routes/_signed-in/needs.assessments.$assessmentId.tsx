import { createFileRoute } from "@tanstack/react-router";
import { areasQuery, AssessmentPage, assessmentQuery, proposalsQuery } from "@/features/needs";

export const Route = createFileRoute("/_signed-in/needs/assessments/$assessmentId")({
  loader: async ({ context, params }) => {
    const read = await context.queries.ensureQueryData(assessmentQuery(params.assessmentId));
    if (read.can_edit)
      await Promise.all([
        context.queries.ensureQueryData(proposalsQuery(params.assessmentId)),
        context.queries.ensureQueryData(areasQuery),
      ]);
  },
  component: Assessment,
});

function Assessment() {
  return <AssessmentPage assessmentId={Route.useParams().assessmentId} />;
}
