import { createFileRoute } from "@tanstack/react-router";
import { queueQuery, QueuePage, readQueueSearch } from "@/features/papers";

export const Route = createFileRoute("/_signed-in/papers/queue/")({
  validateSearch: readQueueSearch,
  loaderDeps: ({ search }) => ({ effectiveOn: search.effective_on }),
  loader: ({ context, deps }) => context.queries.ensureQueryData(queueQuery(deps.effectiveOn)),
  component: Queue,
});

function Queue() {
  return <QueuePage search={Route.useSearch()} />;
}
