import { createFileRoute } from "@tanstack/react-router";
import { needQuery } from "@/features/needs";
import { needCoverQuery, NeedFitsPage, needFitsQuery } from "@/features/partnerships";
import { day, type Search } from "@/lib/url-state";

export const Route = createFileRoute("/_signed-in/needs/$needId/fits")({
  validateSearch: (search: Search): { effective_on?: string } => {
    const effectiveOn = day(search, "effective_on");
    return effectiveOn ? { effective_on: effectiveOn } : {};
  },
  loaderDeps: ({ search }) => search,
  loader: async ({ context, params: { needId }, deps }) => {
    await Promise.all([
      context.queries.ensureQueryData(needFitsQuery(needId, deps.effective_on)),
      context.queries.ensureQueryData(needCoverQuery(needId, deps.effective_on)),
      context.queries.ensureQueryData(needQuery(needId)),
    ]);
  },
  component: Fits,
});

function Fits() {
  const { needId } = Route.useParams();
  const { effective_on: effectiveOn } = Route.useSearch();
  return <NeedFitsPage needId={needId} effectiveOn={effectiveOn} />;
}
