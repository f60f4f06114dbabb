import { createFileRoute } from "@tanstack/react-router";
import { ImportPage, spreadsheetsQuery } from "@/features/spreadsheets";

export const Route = createFileRoute("/_signed-in/import/")({
  loader: ({ context }) => context.queries.ensureQueryData(spreadsheetsQuery()),
  component: ImportPage,
});
