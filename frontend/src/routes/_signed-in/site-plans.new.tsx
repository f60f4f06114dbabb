import { createFileRoute } from "@tanstack/react-router";
import { agreementQuery, NewPlanPage, plansUnderQuery, readNewPlan } from "@/features/agreements";

export const Route = createFileRoute("/_signed-in/site-plans/new")({
  validateSearch: readNewPlan,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) =>
    Promise.all([
      context.queries.ensureQueryData(agreementQuery(deps.agreement)),
      context.queries.ensureQueryData(plansUnderQuery(deps.agreement)),
    ]),
  component: NewPlan,
});

function NewPlan() {
  return <NewPlanPage start={Route.useSearch()} />;
}
