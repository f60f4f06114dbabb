/** What a row of the directory says of a partner's work: what is not told is said to be so, and is never none. */
import { plural, t } from "@lingui/core/macro";
import type { ReactNode } from "react";
import type { PartnerItem } from "@/api/gen/types.gen";
import { formatDay } from "@/lib/dates";
import { listOf } from "@/lib/lists";

/** “4 schools” above “Alder, Birch, and 2 more”; one school by its name. */
export function schoolWords(schools: PartnerItem["schools"]): ReactNode {
  if (!schools) return t`Not shown to you`;
  // three are named when they are all, else two: names of schools are long
  const shown = schools.count > schools.first.length ? schools.first.slice(0, 2) : schools.first;
  const names = shown.map(({ name }) => name);
  const more = schools.count - names.length;
  if (schools.count === 0) return t`None yet`;
  if (schools.count === 1) return names[0];
  return (
    <>
      {plural(schools.count, { one: "# school", other: "# schools" })}
      <small>{listOf(more > 0 ? [...names, plural(more, { one: "# more", other: "# more" })] : names)}</small>
    </>
  );
}

/** When the first of those in force ends. */
export function termWords({
  in_force: count,
  next_end: end,
}: NonNullable<PartnerItem["agreements"]>): string {
  if (!end) return "";
  const day = formatDay(end);
  return plural(count, { one: `Ends ${day}`, other: `The first ends ${day}` });
}

export function contactWords({
  last_contact_on: on,
  schools,
}: Pick<PartnerItem, "last_contact_on" | "schools">): string {
  if (on) return formatDay(on);
  return schools ? t`None kept here` : t`Not shown to you`;
}
