import { createFileRoute, redirect } from "@tanstack/react-router";
import { isApiError } from "@/api/problem";
import { Shell } from "@/app/shell";
import { sessionQuery } from "@/features/auth";

export const Route = createFileRoute("/_signed-in")({
  beforeLoad: async ({ context, location }) => {
    try {
      await context.queries.ensureQueryData(sessionQuery);
    } catch (error) {
      if (!isApiError(error) || error.status !== 401) throw error;
      const from = location.href === "/" ? undefined : location.href;
      throw redirect({ to: "/sign-in", search: from ? { from } : {}, replace: true });
    }
  },
  component: Shell,
});
