import { createFileRoute, redirect } from "@tanstack/react-router";
import { sessionQuery, useSession } from "@/features/auth";
import { ComparePage, comparisonQuery } from "@/features/packs";
import { partnerOf } from "@/lib/session";

/** A pack of another district beside the reader's own record here. */
export const Route = createFileRoute("/_signed-in/packs/$district/$packId")({
  loader: async ({ context, params }) => {
    const own = partnerOf(await context.queries.ensureQueryData(sessionQuery));
    if (own === null) throw redirect({ to: "/", replace: true });
    await context.queries.ensureQueryData(comparisonQuery(params.district, params.packId, own));
  },
  component: Compare,
});

function Compare() {
  const { district, packId } = Route.useParams();
  const own = partnerOf(useSession());
  return own && <ComparePage key={packId} {...{ district, packId }} partnerId={own} />;
}
