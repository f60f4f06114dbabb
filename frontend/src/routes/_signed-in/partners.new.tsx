import { createFileRoute, redirect } from "@tanstack/react-router";
import { sessionQuery } from "@/features/auth";
import { NewPartnerPage } from "@/features/partners";
import { can } from "@/lib/session";

export const Route = createFileRoute("/_signed-in/partners/new")({
  beforeLoad: async ({ context }) => {
    const me = await context.queries.ensureQueryData(sessionQuery);
    if (!can(me, "partners:review")) throw redirect({ to: "/partners", replace: true });
  },
  component: NewPartnerPage,
});
