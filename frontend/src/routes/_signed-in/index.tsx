import { createFileRoute } from "@tanstack/react-router";
import { HomePage, loadHome, readHomeSearch } from "@/features/home";

export const Route = createFileRoute("/_signed-in/")({
  validateSearch: readHomeSearch,
  loaderDeps: ({ search }) => ({ effectiveOn: search.effective_on }),
  loader: ({ context, deps }) => loadHome(context.queries, deps.effectiveOn),
  component: Home,
});

function Home() {
  return <HomePage search={Route.useSearch()} />;
}
