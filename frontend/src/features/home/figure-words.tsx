/** What each figure of the home page counts, as a link to the list that proves it where there is one. */
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Link } from "@/ui/actions/link";

type Props = { figure: string; effectiveOn?: string | undefined };

/** A figure that is newer than this page is shown by its name. */
export function FigureLabel({ figure, effectiveOn }: Props): ReactNode {
  const day = effectiveOn ? { effective_on: effectiveOn } : {};
  switch (figure) {
    case "partners_approved":
      return (
        <Link to="/partners" search={{ status: "approved", ...day }}>
          <Trans>partners are approved</Trans>
        </Link>
      );
    case "agreements_in_force":
      return (
        <Link to="/agreements" search={{ standing: "in_force", ...day }}>
          <Trans>agreements are in force</Trans>
        </Link>
      );
    case "agreements_ending":
      return (
        <Link to="/agreements" search={{ standing: "expiring_soon", ...day }}>
          <Trans>agreements end soon</Trans>
        </Link>
      );
    case "schools_with_nobody":
      return <Trans>schools have no partner at work</Trans>;
    case "needs_without_program":
      return (
        <Link to="/needs">
          <Trans>published needs have no program</Trans>
        </Link>
      );
    case "needs_with_program":
      return (
        <Link to="/needs">
          <Trans>published needs have a program</Trans>
        </Link>
      );
    case "programs_at_work":
      return (
        <Link to="/partnerships" search={{ stage: "active", ...day }}>
          <Trans>programs are at work</Trans>
        </Link>
      );
    case "programs_on_the_way":
      return (
        <Link to="/partnerships" search={day}>
          <Trans>programs are on the way</Trans>
        </Link>
      );
    default:
      return figure.replaceAll("_", " ");
  }
}
