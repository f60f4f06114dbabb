import { createFileRoute } from "@tanstack/react-router";
import { TemplatesPage, templatesQuery } from "@/features/agreements";

export const Route = createFileRoute("/_signed-in/settings/templates/")({
  loader: ({ context }) => context.queries.ensureQueryData(templatesQuery()),
  component: TemplatesPage,
});
