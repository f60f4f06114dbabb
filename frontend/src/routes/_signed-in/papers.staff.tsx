import { createFileRoute, redirect } from "@tanstack/react-router";
import { sessionQuery, useSession } from "@/features/auth";
import { StaffPage, staffQuery } from "@/features/papers";
import { partnerOf } from "@/lib/session";
import { compact, day, text, type Search } from "@/lib/url-state";

type StaffSearch = { partner?: string; effective_on?: string };

/** A partner's own staff list, or for the district that of the partner named. */
export const Route = createFileRoute("/_signed-in/papers/staff")({
  validateSearch: (search: Search): StaffSearch =>
    compact({ partner: text(search, "partner"), effective_on: day(search, "effective_on") }),
  loaderDeps: ({ search }) => search,
  loader: async ({ context, deps }) => {
    const own = partnerOf(await context.queries.ensureQueryData(sessionQuery)) ?? deps.partner;
    if (own === undefined) throw redirect({ to: "/partners", replace: true });
    await context.queries.ensureQueryData(staffQuery(own, deps.effective_on));
  },
  component: Staff,
});

function Staff() {
  const { partner, effective_on: effectiveOn } = Route.useSearch();
  const own = partnerOf(useSession()) ?? partner;
  return own !== undefined && <StaffPage partnerId={own} effectiveOn={effectiveOn} />;
}
