import { createFileRoute } from "@tanstack/react-router";
import { EditPaperPage, paperQuery } from "@/features/papers";
import { partnerQuery } from "@/features/partners";

export const Route = createFileRoute("/_signed-in/papers/$paperId/edit")({
  loader: async ({ context, params }) => {
    const paper = await context.queries.ensureQueryData(paperQuery(params.paperId));
    await context.queries.ensureQueryData(partnerQuery(paper.partner.id));
  },
  component: Edit,
});

function Edit() {
  return <EditPaperPage id={Route.useParams().paperId} />;
}
