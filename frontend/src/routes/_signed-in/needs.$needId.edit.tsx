import { createFileRoute } from "@tanstack/react-router";
import { areasQuery, EditNeedPage, needQuery, populationsQuery } from "@/features/needs";

export const Route = createFileRoute("/_signed-in/needs/$needId/edit")({
  loader: async ({ context, params }) => {
    await Promise.all([
      context.queries.ensureQueryData(needQuery(params.needId)),
      context.queries.ensureQueryData(areasQuery),
      context.queries.ensureQueryData(populationsQuery),
    ]);
  },
  component: EditNeed,
});

function EditNeed() {
  return <EditNeedPage needId={Route.useParams().needId} />;
}
