import { createFileRoute, redirect } from "@tanstack/react-router";
import { sessionQuery, useSession } from "@/features/auth";
import { loadPartner, PartnerPage } from "@/features/reports";
import { partnerOf } from "@/lib/session";

/** Partner staff keep their own record here; for anybody else the directory is the place. */
export const Route = createFileRoute("/_signed-in/profile")({
  loader: async ({ context }) => {
    const own = partnerOf(await context.queries.ensureQueryData(sessionQuery));
    if (own === null) throw redirect({ to: "/partners", replace: true });
    await loadPartner(context.queries, own);
  },
  component: Profile,
});

function Profile() {
  const own = partnerOf(useSession());
  return own && <PartnerPage partnerId={own} isOwn />;
}
