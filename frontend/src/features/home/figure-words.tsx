/** What each figure of the home page counts, as a link to the list that proves it where there is one. */
import { Plural } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Link } from "@/ui/actions/link";

/** `value` is how many there are of what is named: the whole, where the figure is a part of one. */
type Props = { figure: string; value: number; effectiveOn?: string | undefined };

/** A figure that is newer than this page is shown by its name. */
export function FigureLabel({ figure, value, effectiveOn }: Props): ReactNode {
  const day = effectiveOn ? { effective_on: effectiveOn } : {};
  switch (figure) {
    case "partners_approved":
      return (
        <Link to="/partners" search={{ status: "approved", ...day }}>
          <Plural value={value} one="partner is approved" other="partners are approved" />
        </Link>
      );
    case "agreements_in_force":
      return (
        <Link to="/agreements" search={{ standing: "in_force", ...day }}>
          <Plural value={value} one="agreement is in force" other="agreements are in force" />
        </Link>
      );
    case "agreements_ending":
      return (
        <Link to="/agreements" search={{ standing: "expiring_soon", ...day }}>
          <Plural value={value} one="agreement ends soon" other="agreements end soon" />
        </Link>
      );
    case "schools_with_nobody":
      return (
        <Plural value={value} one="school has no partner at work" other="schools have no partner at work" />
      );
    case "needs_without_program":
      return (
        <Link to="/needs">
          <Plural value={value} one="published need has no program" other="published needs have no program" />
        </Link>
      );
    case "needs_with_program":
      return (
        <Link to="/needs">
          <Plural value={value} one="published need has a program" other="published needs have a program" />
        </Link>
      );
    case "programs_at_work":
      return (
        <Link to="/partnerships" search={{ stage: "active", ...day }}>
          <Plural value={value} one="program is at work" other="programs are at work" />
        </Link>
      );
    case "programs_on_the_way":
      return (
        <Link to="/partnerships" search={day}>
          <Plural value={value} one="program is on the way" other="programs are on the way" />
        </Link>
      );
    default:
      return figure.replaceAll("_", " ");
  }
}
