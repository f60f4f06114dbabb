import { createFileRoute, redirect } from "@tanstack/react-router";
import { sessionQuery, useSession } from "@/features/auth";
import { NewPaperPage, partnerPapersQuery } from "@/features/papers";
import { partnerQuery } from "@/features/partners";
import { partnerOf } from "@/lib/session";
import { compact, text, type Search } from "@/lib/url-state";

type NewSearch = { partner?: string; asked?: string; from?: string };

/** A paper for what is asked (`asked`), or like an older one (`from`); the district hands in for a partner it names. */
export const Route = createFileRoute("/_signed-in/papers/new")({
  validateSearch: (search: Search): NewSearch =>
    compact({ partner: text(search, "partner"), asked: text(search, "asked"), from: text(search, "from") }),
  loaderDeps: ({ search }) => ({ partner: search.partner }),
  loader: async ({ context, deps }) => {
    const own = partnerOf(await context.queries.ensureQueryData(sessionQuery)) ?? deps.partner;
    if (own === undefined) throw redirect({ to: "/partners", replace: true });
    await Promise.all([
      context.queries.ensureQueryData(partnerPapersQuery(own)),
      context.queries.ensureQueryData(partnerQuery(own)),
    ]);
  },
  component: New,
});

function New() {
  const { partner, asked, from } = Route.useSearch();
  const own = partnerOf(useSession()) ?? partner;
  return (
    own !== undefined && <NewPaperPage key={`${asked}/${from}`} partnerId={own} asked={asked} from={from} />
  );
}
