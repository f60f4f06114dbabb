import { createFileRoute, redirect } from "@tanstack/react-router";
import { sessionQuery } from "@/features/auth";
import { NewTargetPage, placesQuery } from "@/features/targets";
import { can } from "@/lib/session";

export const Route = createFileRoute("/_signed-in/targets/new")({
  beforeLoad: async ({ context }) => {
    const me = await context.queries.ensureQueryData(sessionQuery);
    if (!can(me, "targets:write")) throw redirect({ to: "/targets", replace: true });
  },
  loader: ({ context }) => context.queries.ensureQueryData(placesQuery),
  component: NewTargetPage,
});
