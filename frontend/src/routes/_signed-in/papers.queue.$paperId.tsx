import { createFileRoute } from "@tanstack/react-router";
import {
  paperQuery,
  QueuePaperPage,
  queueQuery,
  readQueueSearch,
  requirementsQuery,
} from "@/features/papers";

export const Route = createFileRoute("/_signed-in/papers/queue/$paperId")({
  validateSearch: readQueueSearch,
  loader: ({ context: { queries }, params }) =>
    Promise.all([
      queries.ensureQueryData(paperQuery(params.paperId)),
      queries.ensureQueryData(requirementsQuery()),
      queries.prefetchQuery(queueQuery()),
    ]),
  component: WaitingPaper,
});

function WaitingPaper() {
  const { paperId } = Route.useParams();
  return <QueuePaperPage paperId={paperId} search={Route.useSearch()} />;
}
