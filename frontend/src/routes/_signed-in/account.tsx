import { createFileRoute } from "@tanstack/react-router";
import { AccountPage, loadAccount } from "@/features/notices";

export const Route = createFileRoute("/_signed-in/account")({
  loader: ({ context }) => loadAccount(context.queries),
  component: AccountPage,
});
