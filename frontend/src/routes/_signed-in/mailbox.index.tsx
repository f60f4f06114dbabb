import { createFileRoute } from "@tanstack/react-router";
import { loadMailbox, MailboxPage } from "@/features/notices";

export const Route = createFileRoute("/_signed-in/mailbox/")({
  loader: ({ context }) => loadMailbox(context.queries),
  component: MailboxPage,
});
