import { createFileRoute, redirect } from "@tanstack/react-router";
import { sessionQuery, useSession } from "@/features/auth";
import { NewPackPage } from "@/features/packs";
import { can, partnerOf } from "@/lib/session";

export const Route = createFileRoute("/_signed-in/packs/new")({
  loader: async ({ context }) => {
    const me = await context.queries.ensureQueryData(sessionQuery);
    if (partnerOf(me) === null || !can(me, "packs:carry")) throw redirect({ to: "/", replace: true });
  },
  component: NewPack,
});

function NewPack() {
  const own = partnerOf(useSession());
  return own && <NewPackPage partnerId={own} />;
}
