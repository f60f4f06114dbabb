import { createFileRoute } from "@tanstack/react-router";
import { AgreementsPage, agreementsQuery, readAgreementsSearch } from "@/features/agreements";

export const Route = createFileRoute("/_signed-in/agreements/")({
  validateSearch: readAgreementsSearch,
  loaderDeps: ({ search }) => readAgreementsSearch(search),
  // Not awaited: the filters stay where they are while the rows of another question come.
  loader: ({ context, deps }) => void context.queries.prefetchInfiniteQuery(agreementsQuery(deps)),
  component: Agreements,
});

function Agreements() {
  return <AgreementsPage search={readAgreementsSearch(Route.useSearch())} />;
}
