import { createFileRoute } from "@tanstack/react-router";
import { readTargetsSearch, schoolYearsQuery, TargetsPage, targetsQuery } from "@/features/targets";

export const Route = createFileRoute("/_signed-in/targets/")({
  validateSearch: readTargetsSearch,
  loaderDeps: ({ search }) => readTargetsSearch(search),
  loader: async ({ context, deps }) => {
    await Promise.all([
      context.queries.ensureInfiniteQueryData(targetsQuery(deps)),
      context.queries.ensureQueryData(schoolYearsQuery),
    ]);
  },
  component: Targets,
});

function Targets() {
  return <TargetsPage search={readTargetsSearch(Route.useSearch())} />;
}
