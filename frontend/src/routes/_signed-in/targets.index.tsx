import { createFileRoute } from "@tanstack/react-router";
import {
  partnerChoices,
  readTargetsSearch,
  schoolChoices,
  TargetsPage,
  targetsQuery,
} from "@/features/targets";

export const Route = createFileRoute("/_signed-in/targets/")({
  validateSearch: readTargetsSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) =>
    Promise.all([
      context.queries.ensureInfiniteQueryData(targetsQuery(deps)),
      context.queries.ensureQueryData(schoolChoices),
      context.queries.ensureQueryData(partnerChoices),
    ]),
  component: Targets,
});

function Targets() {
  return <TargetsPage search={Route.useSearch()} />;
}
