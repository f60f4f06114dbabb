import { createFileRoute } from "@tanstack/react-router";
import { AssessmentPage, assessmentQuery, proposalsQuery } from "@/features/needs";

export const Route = createFileRoute("/_signed-in/needs/assessments/$assessmentId/")({
  loader: async ({ context, params }) => {
    const read = await context.queries.ensureQueryData(assessmentQuery(params.assessmentId));
    if (read.can_edit) await context.queries.ensureQueryData(proposalsQuery(params.assessmentId));
  },
  component: Assessment,
});

function Assessment() {
  return <AssessmentPage assessmentId={Route.useParams().assessmentId} />;
}
