import { createFileRoute, redirect } from "@tanstack/react-router";
import { sessionQuery } from "@/features/auth";
import { NewTargetPage, partnershipQuery, readStartSearch, schoolYearsQuery } from "@/features/targets";
import { can } from "@/lib/session";

export const Route = createFileRoute("/_signed-in/targets/new")({
  validateSearch: readStartSearch,
  beforeLoad: async ({ context }) => {
    const me = await context.queries.ensureQueryData(sessionQuery);
    if (!can(me, "targets:write")) throw redirect({ to: "/targets", replace: true });
  },
  loaderDeps: ({ search }) => search,
  loader: async ({ context, deps }) => {
    const [start] = await Promise.all([
      deps.partnership ? context.queries.ensureQueryData(partnershipQuery(deps.partnership)) : undefined,
      context.queries.ensureQueryData(schoolYearsQuery),
    ]);
    return start;
  },
  component: NewTarget,
});

function NewTarget() {
  return <NewTargetPage start={Route.useLoaderData()} />;
}
