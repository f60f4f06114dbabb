import { createFileRoute } from "@tanstack/react-router";
import { LetterPage, letterQuery } from "@/features/notices";

export const Route = createFileRoute("/_signed-in/mailbox/$mailId")({
  loader: ({ context, params }) => context.queries.ensureQueryData(letterQuery(params.mailId)),
  component: Letter,
});

function Letter() {
  return <LetterPage id={Route.useParams().mailId} />;
}
