import { createFileRoute } from "@tanstack/react-router";
import { NeedPage, needQuery } from "@/features/needs";

export const Route = createFileRoute("/_signed-in/needs/$needId/")({
  loader: ({ context, params }) => context.queries.ensureQueryData(needQuery(params.needId)),
  component: Need,
});

function Need() {
  return <NeedPage needId={Route.useParams().needId} />;
}
