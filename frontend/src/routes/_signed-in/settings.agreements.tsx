import { createFileRoute } from "@tanstack/react-router";
import { AgreementSettingsPage, settingsQuery } from "@/features/agreements";
import { instructionDaysQuery } from "@/features/schools";

export const Route = createFileRoute("/_signed-in/settings/agreements")({
  loader: ({ context }) =>
    Promise.all([
      context.queries.ensureQueryData(settingsQuery()),
      context.queries.ensureQueryData(instructionDaysQuery()),
    ]),
  component: AgreementSettingsPage,
});
