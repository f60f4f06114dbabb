import { createFileRoute, redirect } from "@tanstack/react-router";
import { sessionQuery } from "@/features/auth";
import { applicationsQuery, QueuePage, readQueueSearch } from "@/features/partners";
import { can } from "@/lib/session";

export const Route = createFileRoute("/_signed-in/partners/queue")({
  validateSearch: readQueueSearch,
  beforeLoad: async ({ context }) => {
    const me = await context.queries.ensureQueryData(sessionQuery);
    if (!can(me, "partners:review")) throw redirect({ to: "/partners", replace: true });
  },
  loaderDeps: ({ search }) => readQueueSearch(search),
  loader: ({ context, deps }) => context.queries.ensureInfiniteQueryData(applicationsQuery(deps)),
  component: Queue,
});

function Queue() {
  return <QueuePage search={readQueueSearch(Route.useSearch())} />;
}
