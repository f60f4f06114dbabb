import { createFileRoute } from "@tanstack/react-router";
import { threadQuery, ThreadPage } from "@/features/reports";
import { day, type Search } from "@/lib/url-state";

export const Route = createFileRoute("/_signed-in/partnerships/$partnershipId/thread")({
  validateSearch: (search: Search): { effective_on?: string } => {
    const effectiveOn = day(search, "effective_on");
    return effectiveOn ? { effective_on: effectiveOn } : {};
  },
  loaderDeps: ({ search }) => search,
  loader: ({ context, params, deps }) =>
    context.queries.ensureQueryData(threadQuery(params.partnershipId, deps.effective_on)),
  component: Thread,
});

function Thread() {
  const { partnershipId } = Route.useParams();
  const { effective_on: effectiveOn } = Route.useSearch();
  return <ThreadPage id={partnershipId} effectiveOn={effectiveOn} />;
}
