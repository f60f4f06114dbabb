import { createFileRoute } from "@tanstack/react-router";
import { HomePage, tasksQuery } from "@/features/home";
import { day, type Search } from "@/lib/url-state";

export const Route = createFileRoute("/_signed-in/")({
  validateSearch: (search: Search): { effective_on?: string } => {
    const effectiveOn = day(search, "effective_on");
    return effectiveOn ? { effective_on: effectiveOn } : {};
  },
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => context.queries.ensureQueryData(tasksQuery(deps.effective_on)),
  component: Home,
});

function Home() {
  const { effective_on: effectiveOn } = Route.useSearch();
  return <HomePage effectiveOn={effectiveOn} />;
}
