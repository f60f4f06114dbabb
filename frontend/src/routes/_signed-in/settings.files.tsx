import { createFileRoute, redirect } from "@tanstack/react-router";
import { sessionQuery } from "@/features/auth";
import { StoragePage, storageQuery } from "@/features/papers";
import { can } from "@/lib/session";

/** The district's office looks here; for anybody else home is the place. */
export const Route = createFileRoute("/_signed-in/settings/files")({
  loader: async ({ context }) => {
    const me = await context.queries.ensureQueryData(sessionQuery);
    if (!can(me, "storage:read")) throw redirect({ to: "/", replace: true });
    await context.queries.ensureQueryData(storageQuery());
  },
  component: StoragePage,
});
