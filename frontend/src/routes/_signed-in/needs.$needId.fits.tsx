import { createFileRoute } from "@tanstack/react-router";
import { FitsPage, fitsQuery } from "@/features/needs";

export const Route = createFileRoute("/_signed-in/needs/$needId/fits")({
  loader: ({ context, params }) => context.queries.ensureQueryData(fitsQuery(params.needId)),
  component: Fits,
});

function Fits() {
  return <FitsPage needId={Route.useParams().needId} />;
}
