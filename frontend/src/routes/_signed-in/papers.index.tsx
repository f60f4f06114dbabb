import { createFileRoute, redirect } from "@tanstack/react-router";
import { sessionQuery, useSession } from "@/features/auth";
import { PartnerPapersPage, partnerPapersQuery } from "@/features/papers";
import { partnerOf } from "@/lib/session";
import { day, type Search } from "@/lib/url-state";

/** A partner's own papers; whoever reviews them has them in the queue. */
export const Route = createFileRoute("/_signed-in/papers/")({
  validateSearch: (search: Search): { effective_on?: string } => {
    const effectiveOn = day(search, "effective_on");
    return effectiveOn ? { effective_on: effectiveOn } : {};
  },
  loaderDeps: ({ search }) => search,
  loader: async ({ context, deps }) => {
    const own = partnerOf(await context.queries.ensureQueryData(sessionQuery));
    if (own === null) throw redirect({ to: "/papers/queue", replace: true });
    await context.queries.ensureQueryData(partnerPapersQuery(own, deps.effective_on));
  },
  component: Papers,
});

function Papers() {
  const own = partnerOf(useSession());
  const { effective_on: effectiveOn } = Route.useSearch();
  return own && <PartnerPapersPage partnerId={own} effectiveOn={effectiveOn} isOwn />;
}
