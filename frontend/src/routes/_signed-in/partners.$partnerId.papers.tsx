import { createFileRoute } from "@tanstack/react-router";
import { PartnerPapersPage, partnerPapersQuery } from "@/features/papers";
import { day, type Search } from "@/lib/url-state";

export const Route = createFileRoute("/_signed-in/partners/$partnerId/papers")({
  validateSearch: (search: Search): { effective_on?: string } => {
    const effectiveOn = day(search, "effective_on");
    return effectiveOn ? { effective_on: effectiveOn } : {};
  },
  loaderDeps: ({ search }) => search,
  loader: ({ context, params, deps }) =>
    context.queries.ensureQueryData(partnerPapersQuery(params.partnerId, deps.effective_on)),
  component: Papers,
});

function Papers() {
  const { partnerId } = Route.useParams();
  const { effective_on: effectiveOn } = Route.useSearch();
  return <PartnerPapersPage partnerId={partnerId} effectiveOn={effectiveOn} />;
}
