import { createFileRoute } from "@tanstack/react-router";
import { RoutesPage, routesQuery } from "@/features/agreements";

export const Route = createFileRoute("/_signed-in/settings/routes")({
  loader: ({ context }) => context.queries.ensureQueryData(routesQuery()),
  component: RoutesPage,
});
