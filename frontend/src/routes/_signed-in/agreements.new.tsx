import { createFileRoute } from "@tanstack/react-router";
import { NewAgreementPage, readStartSearch } from "@/features/agreements";

export const Route = createFileRoute("/_signed-in/agreements/new")({
  validateSearch: readStartSearch,
  component: New,
});

function New() {
  return <NewAgreementPage start={Route.useSearch()} />;
}
