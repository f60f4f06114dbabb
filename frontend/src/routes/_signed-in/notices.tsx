import { createFileRoute } from "@tanstack/react-router";
import { NoticesPage, readNoticesSearch } from "@/features/notices";

export const Route = createFileRoute("/_signed-in/notices")({
  validateSearch: readNoticesSearch,
  component: Notices,
});

function Notices() {
  return <NoticesPage asked={readNoticesSearch(Route.useSearch())} />;
}
