/** What is overdue, as a finding, and whose word is missing. */
import { plural, t } from "@lingui/core/macro";
import type { OverdueRevisits } from "@/api/gen/types.gen";
import type { RevisitSide } from "./api";

export function overdueHeading({ total, items }: Pick<OverdueRevisits, "total" | "items">): string {
  const schools = items.filter(({ school }) => school !== null).length;
  if (total === 0) return t`No revisit is overdue`;
  const late = plural(total, { one: "# revisit is overdue", other: "# revisits are overdue" });
  const where = plural(schools, { 0: "", one: ", at # school", other: ", at # schools" });
  return late + where;
}

export function waitingSides(waiting: readonly RevisitSide[]): string {
  if (waiting.length > 1) return t`both sides have to answer`;
  return waiting[0] === "partner" ? t`the partner has to answer` : t`the school has to answer`;
}
