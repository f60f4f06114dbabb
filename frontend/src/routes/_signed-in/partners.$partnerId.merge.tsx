import { createFileRoute, redirect } from "@tanstack/react-router";
import { MergePage, partnerQuery } from "@/features/partners";
import { text, type Search } from "@/lib/url-state";

export const Route = createFileRoute("/_signed-in/partners/$partnerId/merge")({
  validateSearch: (search: Search): { other: string } => ({ other: text(search, "other", 40) ?? "" }),
  loaderDeps: ({ search }) => search,
  loader: async ({ context, params, deps }) => {
    if (deps.other === "" || deps.other === params.partnerId)
      throw redirect({ to: "/partners/$partnerId", params, replace: true });
    await Promise.all(
      [params.partnerId, deps.other].map((id) => context.queries.ensureQueryData(partnerQuery(id))),
    );
  },
  component: Merge,
});

function Merge() {
  return <MergePage partnerId={Route.useParams().partnerId} otherId={Route.useSearch().other} />;
}
