import { createFileRoute } from "@tanstack/react-router";
import { EditTargetPage, schoolYearsQuery, targetQuery } from "@/features/targets";

export const Route = createFileRoute("/_signed-in/targets/$targetId/edit")({
  loader: async ({ context, params }) => {
    await Promise.all([
      context.queries.ensureQueryData(targetQuery(params.targetId)),
      context.queries.ensureQueryData(schoolYearsQuery),
    ]);
  },
  component: Edit,
});

function Edit() {
  return <EditTargetPage targetId={Route.useParams().targetId} />;
}
