import { createFileRoute } from "@tanstack/react-router";
import {
  AddNeedPage,
  areasQuery,
  assessmentQuery,
  populationsQuery,
  proposalsQuery,
  readProposalSearch,
} from "@/features/needs";

export const Route = createFileRoute("/_signed-in/needs/assessments/$assessmentId/add")({
  validateSearch: readProposalSearch,
  loader: async ({ context, params }) => {
    const read = await context.queries.ensureQueryData(assessmentQuery(params.assessmentId));
    if (read.can_edit)
      await Promise.all([
        context.queries.ensureQueryData(proposalsQuery(params.assessmentId)),
        context.queries.ensureQueryData(areasQuery),
        context.queries.ensureQueryData(populationsQuery),
      ]);
  },
  component: AddNeed,
});

function AddNeed() {
  return <AddNeedPage assessmentId={Route.useParams().assessmentId} proposal={Route.useSearch().proposal} />;
}
