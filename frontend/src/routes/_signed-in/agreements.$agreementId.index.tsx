import { createFileRoute } from "@tanstack/react-router";
import { AgreementPage, agreementQuery, readDay } from "@/features/agreements";

export const Route = createFileRoute("/_signed-in/agreements/$agreementId/")({
  validateSearch: readDay,
  loaderDeps: ({ search }) => search,
  loader: ({ context, params, deps }) =>
    context.queries.ensureQueryData(agreementQuery(params.agreementId, deps.effective_on)),
  component: Agreement,
});

function Agreement() {
  const { agreementId } = Route.useParams();
  const { effective_on: effectiveOn } = Route.useSearch();
  return <AgreementPage agreementId={agreementId} effectiveOn={effectiveOn} />;
}
