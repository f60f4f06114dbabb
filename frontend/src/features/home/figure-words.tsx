/** What each figure of the home page counts. */
import { t } from "@lingui/core/macro";

export function figureLabel(key: string): string {
  switch (key) {
    case "partners_approved":
      return t`partners approved`;
    case "agreements_in_force":
      return t`agreements in force`;
    case "agreements_ending":
      return t`agreements ending soon`;
    case "schools_with_nobody":
      return t`schools with no partner at work`;
    case "needs_without_program":
      return t`published needs without a program`;
    case "needs_with_program":
      return t`published needs with a program`;
    case "programs_at_work":
      return t`programs at work`;
    case "programs_on_the_way":
      return t`programs on the way`;
    default:
      return key.replaceAll("_", " ");
  }
}
