import { createFileRoute } from "@tanstack/react-router";
import { AgreementTextPage, textQuery } from "@/features/agreements";

export const Route = createFileRoute("/_signed-in/agreements/$agreementId/text")({
  loader: ({ context, params }) => context.queries.ensureQueryData(textQuery(params.agreementId)),
  component: Text,
});

function Text() {
  return <AgreementTextPage agreementId={Route.useParams().agreementId} />;
}
