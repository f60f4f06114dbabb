import { createFileRoute } from "@tanstack/react-router";
import { loadSchool, SchoolPage } from "@/features/reports";
import { day, type Search } from "@/lib/url-state";

export const Route = createFileRoute("/_signed-in/schools/$schoolId/")({
  validateSearch: (search: Search): { effective_on?: string } => {
    const effectiveOn = day(search, "effective_on");
    return effectiveOn ? { effective_on: effectiveOn } : {};
  },
  loaderDeps: ({ search }) => search,
  loader: ({ context, params, deps }) => loadSchool(context.queries, params.schoolId, deps.effective_on),
  component: School,
});

function School() {
  const { schoolId } = Route.useParams();
  const { effective_on: effectiveOn } = Route.useSearch();
  return <SchoolPage schoolId={schoolId} effectiveOn={effectiveOn} />;
}
