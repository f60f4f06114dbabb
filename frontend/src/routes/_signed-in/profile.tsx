import { createFileRoute, redirect } from "@tanstack/react-router";
import { sessionQuery, useSession } from "@/features/auth";
import { shown, type Shown } from "@/features/partners";
import { loadPartner, PartnerPage } from "@/features/reports";
import { partnerOf } from "@/lib/session";
import { oneOf, type Search } from "@/lib/url-state";

/** Partner staff keep their own record here; for anybody else the directory is the place. */
export const Route = createFileRoute("/_signed-in/profile")({
  validateSearch: (search: Search): { topic?: Shown } => {
    const topic = oneOf(search, "topic", shown);
    return topic ? { topic } : {};
  },
  loader: async ({ context }) => {
    const own = partnerOf(await context.queries.ensureQueryData(sessionQuery));
    if (own === null) throw redirect({ to: "/partners", replace: true });
    await loadPartner(context.queries, own);
  },
  component: Profile,
});

function Profile() {
  const own = partnerOf(useSession());
  const { topic } = Route.useSearch();
  return own && <PartnerPage partnerId={own} isOwn topic={topic} />;
}
