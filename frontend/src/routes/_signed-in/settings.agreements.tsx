import { createFileRoute } from "@tanstack/react-router";
import { AgreementSettingsPage, settingsQuery } from "@/features/agreements";

export const Route = createFileRoute("/_signed-in/settings/agreements")({
  loader: ({ context }) => context.queries.ensureQueryData(settingsQuery()),
  component: AgreementSettingsPage,
});
