import { createFileRoute } from "@tanstack/react-router";
import { readDay, RevisitPage, revisitsQuery } from "@/features/agreements";

export const Route = createFileRoute("/_signed-in/agreements/$agreementId/revisit")({
  validateSearch: readDay,
  loaderDeps: ({ search }) => search,
  loader: ({ context, params, deps }) =>
    context.queries.ensureQueryData(revisitsQuery(params.agreementId, deps.effective_on)),
  component: Revisit,
});

function Revisit() {
  const { agreementId } = Route.useParams();
  const { effective_on: effectiveOn } = Route.useSearch();
  return <RevisitPage agreementId={agreementId} effectiveOn={effectiveOn} />;
}
