import { createFileRoute } from "@tanstack/react-router";
import { readSchoolsSearch, SchoolsPage, schoolsQuery } from "@/features/schools";

export const Route = createFileRoute("/_signed-in/schools/")({
  validateSearch: readSchoolsSearch,
  loaderDeps: ({ search }) => readSchoolsSearch(search),
  loader: ({ context, deps }) => context.queries.ensureInfiniteQueryData(schoolsQuery(deps)),
  component: Schools,
});

function Schools() {
  return <SchoolsPage search={readSchoolsSearch(Route.useSearch())} />;
}
