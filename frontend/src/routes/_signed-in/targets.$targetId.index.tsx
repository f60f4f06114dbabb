import { createFileRoute } from "@tanstack/react-router";
import { readDay, TargetPage, targetQuery } from "@/features/targets";

export const Route = createFileRoute("/_signed-in/targets/$targetId/")({
  validateSearch: readDay,
  loaderDeps: ({ search }) => search,
  loader: ({ context, params, deps }) =>
    context.queries.ensureQueryData(targetQuery(params.targetId, deps.effective_on)),
  component: Target,
});

function Target() {
  const { targetId } = Route.useParams();
  const { effective_on: effectiveOn } = Route.useSearch();
  return <TargetPage key={targetId} targetId={targetId} effectiveOn={effectiveOn} />;
}
