/** What a partner's home says first: at how many schools something is owed, and where its programs are at work. */
import { plural, t } from "@lingui/core/macro";
import { countSchools, isWaiting, toDo, type Line } from "./grid-cells";

/** What a partner owes, over all its schools: “Three of your 14 schools need something from you.” */
export function owed(lines: readonly Line[]): string {
  const all = countSchools(lines);
  const owing = countSchools(lines.filter(({ cells }) => toDo(cells) > 0));
  if (all === 0) return t`You work at no school yet.`;
  if (owing === 0)
    return plural(all, {
      one: "Nothing is missing from you at your school.",
      other: "Nothing is missing from you at your # schools.",
    });
  return plural(owing, {
    1: `One of your ${all} schools needs something from you.`,
    2: `Two of your ${all} schools need something from you.`,
    3: `Three of your ${all} schools need something from you.`,
    other: `# of your ${all} schools need something from you.`,
  });
}

/** “Reading tutoring is at work at 14 schools in three districts. At 3 more the next step is somebody else’s.” */
export function reach(lines: readonly Line[], districts: number): string {
  const active = lines.filter((line) => line.stage === "active");
  const programs = [...new Set(active.map(({ program }) => program.name))];
  const schools = plural(countSchools(active), { one: "# school", other: "# schools" });
  const where = plural(districts, {
    1: "one district",
    2: "two districts",
    3: "three districts",
    other: "# districts",
  });
  const [program] = programs;
  const work =
    program !== undefined && programs.length === 1
      ? t`${program} is at work at ${schools} in ${where}.`
      : plural(programs.length, {
          one: `# program is at work at ${schools} in ${where}.`,
          other: `# programs are at work at ${schools} in ${where}.`,
        });
  const waiting = countSchools(lines.filter(({ cells }) => toDo(cells) === 0 && isWaiting(cells)));
  if (waiting === 0) return work;
  const turn = plural(waiting, {
    one: "At # school the next step is somebody else’s.",
    other: "At # schools the next step is somebody else’s.",
  });
  return `${work} ${turn}`;
}
