/** Who is on a staff list, in words: cleared until when, or why not; where they enter. */
import { plural, t } from "@lingui/core/macro";
import { daysBetween, formatDay, type Day } from "@/lib/dates";
import { listOf } from "@/lib/lists";
import type { StaffMember } from "./api";
import { checkName, lackName } from "./words";

export type People = { cleared: StaffMember[]; off: StaffMember[]; left: StaffMember[] };

/** Who may enter, who left the list for want of a check, who has left the organization. */
export function groupPeople(items: readonly StaffMember[], day: Day): People {
  const gone = ({ ends_on: end }: StaffMember) => end !== null && end < day;
  return {
    cleared: items.filter((member) => !gone(member) && member.is_cleared),
    off: items.filter((member) => !gone(member) && !member.is_cleared),
    left: items.filter(gone),
  };
}

export function staffFinding({ cleared, off }: People): string {
  const all = cleared.length + off.length;
  if (all === 0) return t`Nobody is on the staff list yet`;
  if (off.length === 0)
    return plural(all, { one: "The one person listed may enter", other: "All # people listed may enter" });
  const may = cleared.length;
  return plural(all, {
    one: "The one person listed may not enter",
    other: `${may} of # people listed may enter`,
  });
}

/** “FBI fingerprints ran out; Tuberculosis test not there” */
export function lacksWords(member: StaffMember): string {
  if (member.lacks.length === 0)
    return member.places.length === 0 ? t`Say first where they enter` : t`Not on the list on this day`;
  const how = [...new Set(member.lacks.map((lack) => lack.how))];
  return how
    .map((each) => {
      const names = listOf(
        member.lacks.filter((lack) => lack.how === each).map(({ kind }) => checkName(kind)),
      );
      const words = lackName(each);
      return t`${names}: ${words}`;
    })
    .join("; ");
}

export function clearedWords({ cleared_through: until }: StaffMember, day: Day): string {
  if (until === null) return t`In date, no end known`;
  const last = formatDay(until);
  const left = daysBetween(day, until);
  if (left > 90) return t`In date until ${last}`;
  return plural(left, { one: `Ends in # day (${last})`, other: `Ends in # days (${last})` });
}

/** “Reading tutoring at Alderbrook School and Foxglove School” */
export function placesWords(places: StaffMember["places"]): string {
  if (places.length === 0) return t`Nowhere yet`;
  const programs = new Map<string, { name: string; schools: string[]; everywhere: boolean }>();
  for (const { program, school } of places) {
    const at = programs.get(program.id) ?? { name: program.name, schools: [], everywhere: false };
    if (school) at.schools.push(school.name);
    else at.everywhere = true;
    programs.set(program.id, at);
  }
  return [...programs.values()]
    .map(({ name, schools, everywhere }) => {
      if (everywhere) return t`${name}, wherever it is`;
      const at =
        schools.length > 3
          ? plural(schools.length, { one: "# school", other: "# schools" })
          : listOf(schools);
      return t`${name} at ${at}`;
    })
    .join("; ");
}
