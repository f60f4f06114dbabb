import { createFileRoute } from "@tanstack/react-router";
import { agreementQuery, EditAgreementPage } from "@/features/agreements";

export const Route = createFileRoute("/_signed-in/agreements/$agreementId/edit")({
  loader: ({ context, params }) => context.queries.ensureQueryData(agreementQuery(params.agreementId)),
  component: Edit,
});

function Edit() {
  return <EditAgreementPage agreementId={Route.useParams().agreementId} />;
}
