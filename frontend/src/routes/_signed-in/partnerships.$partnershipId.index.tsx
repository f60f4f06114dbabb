import { createFileRoute } from "@tanstack/react-router";
import { PartnershipPage, partnershipQuery } from "@/features/partnerships";
import { day, type Search } from "@/lib/url-state";

export const Route = createFileRoute("/_signed-in/partnerships/$partnershipId/")({
  validateSearch: (search: Search): { effective_on?: string } => {
    const effectiveOn = day(search, "effective_on");
    return effectiveOn ? { effective_on: effectiveOn } : {};
  },
  loaderDeps: ({ search }) => search,
  loader: ({ context, params, deps }) =>
    context.queries.ensureQueryData(partnershipQuery(params.partnershipId, deps.effective_on)),
  component: Partnership,
});

function Partnership() {
  const { partnershipId } = Route.useParams();
  const { effective_on: effectiveOn } = Route.useSearch();
  return <PartnershipPage id={partnershipId} effectiveOn={effectiveOn} />;
}
