import { createFileRoute, redirect } from "@tanstack/react-router";
import {
  openAgreementQuery,
  openAgreementsQuery,
  OpenAgreementsPage,
  readOpenSearch,
} from "@/features/agreements";
import { sessionQuery } from "@/features/auth";
import { can } from "@/lib/session";

export const Route = createFileRoute("/_signed-in/agreements/open")({
  validateSearch: readOpenSearch,
  beforeLoad: async ({ context }) => {
    const me = await context.queries.ensureQueryData(sessionQuery);
    if (!can(me, "agreements:approve")) throw redirect({ to: "/agreements", replace: true });
  },
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps: { id, q } }) =>
    id === undefined
      ? context.queries.ensureQueryData(openAgreementsQuery(q))
      : context.queries.ensureQueryData(openAgreementQuery(id)),
  component: Open,
});

function Open() {
  return <OpenAgreementsPage search={Route.useSearch()} />;
}
