import { createFileRoute } from "@tanstack/react-router";
import { HalfSheetSettingsPage, halfSheetSettingsQuery } from "@/features/half-sheets";

export const Route = createFileRoute("/_signed-in/settings/half-sheets")({
  loader: ({ context }) => context.queries.ensureQueryData(halfSheetSettingsQuery()),
  component: HalfSheetSettingsPage,
});
