import { createFileRoute, useLocation } from "@tanstack/react-router";
import { JoinConfirmPage } from "@/features/partners";

/** The secret stands behind the #: browsers send it to no server. */
export const Route = createFileRoute("/join/confirm")({ component: Confirm });

function Confirm() {
  return <JoinConfirmPage token={useLocation().hash} />;
}
