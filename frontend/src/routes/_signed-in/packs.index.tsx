import { createFileRoute, redirect } from "@tanstack/react-router";
import { sessionQuery, useSession } from "@/features/auth";
import { PacksPage, packsElsewhereQuery, packsQuery } from "@/features/packs";
import { can, partnerOf } from "@/lib/session";

/** The administrators of an organization keep its packs here; for anybody else home is the place. */
export const Route = createFileRoute("/_signed-in/packs/")({
  loader: async ({ context }) => {
    const me = await context.queries.ensureQueryData(sessionQuery);
    const own = partnerOf(me);
    if (own === null || !can(me, "packs:carry")) throw redirect({ to: "/", replace: true });
    await Promise.all([
      context.queries.ensureQueryData(packsQuery(own)),
      context.queries.ensureQueryData(packsElsewhereQuery()),
    ]);
  },
  component: Packs,
});

function Packs() {
  const own = partnerOf(useSession());
  return own && <PacksPage partnerId={own} />;
}
