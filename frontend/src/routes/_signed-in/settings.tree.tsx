import { createFileRoute } from "@tanstack/react-router";
import { TreePage, treeQuery } from "@/features/agreements";

export const Route = createFileRoute("/_signed-in/settings/tree")({
  loader: ({ context }) => context.queries.ensureQueryData(treeQuery()),
  component: TreePage,
});
