import { createFileRoute } from "@tanstack/react-router";
import { PartnershipsPage, readPartnershipsSearch } from "@/features/partnerships";

export const Route = createFileRoute("/_signed-in/partnerships/")({
  validateSearch: readPartnershipsSearch,
  component: Partnerships,
});

function Partnerships() {
  return <PartnershipsPage search={readPartnershipsSearch(Route.useSearch())} />;
}
