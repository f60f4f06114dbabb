import { createFileRoute } from "@tanstack/react-router";
import { TargetPage, targetQuery } from "@/features/targets";

export const Route = createFileRoute("/_signed-in/targets/$targetId/")({
  loader: ({ context, params }) => context.queries.ensureQueryData(targetQuery(params.targetId)),
  component: Target,
});

function Target() {
  return <TargetPage targetId={Route.useParams().targetId} />;
}
