import { createFileRoute } from "@tanstack/react-router";
import { DoorPage, loadDoor, readDoorSearch } from "@/features/home";

export const Route = createFileRoute("/_signed-in/schools/$schoolId/door")({
  validateSearch: readDoorSearch,
  loaderDeps: ({ search }) => ({ effectiveOn: search.effective_on }),
  loader: ({ context, params, deps }) => loadDoor(context.queries, params.schoolId, deps.effectiveOn),
  component: WhoMayEnter,
});

function WhoMayEnter() {
  const { schoolId } = Route.useParams();
  return <DoorPage schoolId={schoolId} search={Route.useSearch()} />;
}
