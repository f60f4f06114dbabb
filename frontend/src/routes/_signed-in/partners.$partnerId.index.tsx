import { createFileRoute } from "@tanstack/react-router";
import { loadPartner, PartnerPage } from "@/features/reports";
import { day, type Search } from "@/lib/url-state";

export const Route = createFileRoute("/_signed-in/partners/$partnerId/")({
  validateSearch: (search: Search): { effective_on?: string } => {
    const effectiveOn = day(search, "effective_on");
    return effectiveOn ? { effective_on: effectiveOn } : {};
  },
  loaderDeps: ({ search }) => search,
  loader: ({ context, params, deps }) => loadPartner(context.queries, params.partnerId, deps.effective_on),
  component: Partner,
});

function Partner() {
  const { partnerId } = Route.useParams();
  const { effective_on: effectiveOn } = Route.useSearch();
  return <PartnerPage partnerId={partnerId} effectiveOn={effectiveOn} />;
}
