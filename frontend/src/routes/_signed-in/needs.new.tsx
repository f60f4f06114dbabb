import { createFileRoute, redirect } from "@tanstack/react-router";
import { sessionQuery } from "@/features/auth";
import { areasQuery, NewNeedsPage } from "@/features/needs";
import { schoolQuery } from "@/features/schools";
import { can, schoolsOf } from "@/lib/session";

export const Route = createFileRoute("/_signed-in/needs/new")({
  beforeLoad: async ({ context }) => {
    const me = await context.queries.ensureQueryData(sessionQuery);
    const mine = schoolsOf(me);
    if (!can(me, "needs:write") || mine === "all" || mine.length === 0)
      throw redirect({ to: "/needs", replace: true });
  },
  loader: async ({ context }) => {
    const mine = schoolsOf(await context.queries.ensureQueryData(sessionQuery));
    await Promise.all([
      context.queries.ensureQueryData(areasQuery),
      ...(mine === "all" ? [] : mine).map((id) => context.queries.ensureQueryData(schoolQuery(id))),
    ]);
  },
  component: NewNeedsPage,
});
