import { createFileRoute } from "@tanstack/react-router";
import { PaperPage, paperQuery } from "@/features/papers";
import { flag, type Search } from "@/lib/url-state";

export const Route = createFileRoute("/_signed-in/papers/$paperId/")({
  validateSearch: (search: Search): { sent?: true } => (flag(search, "sent") ? { sent: true } : {}),
  loader: ({ context, params }) => context.queries.ensureQueryData(paperQuery(params.paperId)),
  component: Paper,
});

function Paper() {
  const { sent = false } = Route.useSearch();
  const { paperId } = Route.useParams();
  return <PaperPage key={paperId} id={paperId} isSent={sent} />;
}
