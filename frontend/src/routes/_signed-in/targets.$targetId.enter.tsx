import { createFileRoute } from "@tanstack/react-router";
import { EnterPage, targetQuery } from "@/features/targets";

export const Route = createFileRoute("/_signed-in/targets/$targetId/enter")({
  loader: ({ context, params }) => context.queries.ensureQueryData(targetQuery(params.targetId)),
  component: Enter,
});

function Enter() {
  return <EnterPage targetId={Route.useParams().targetId} />;
}
