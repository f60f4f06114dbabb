/** Whom a need is about, in words: how many students, which grades, when. What nobody said is said as not known. */
import { plural, t } from "@lingui/core/macro";
import { formatCount } from "@/lib/numbers";
import { timeName } from "./words";

const order = ["PK", "K", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];

/** `["3", "4", "5", "8"]` is “3–5, 8”: a span swallows no grade that is not meant, and never breaks over two lines. */
export function gradeRuns(grades: readonly string[]): string {
  const runs: number[][] = [];
  for (const place of order.flatMap((grade, index) => (grades.includes(grade) ? [index] : []))) {
    const last = runs.at(-1);
    if (last && place === (last.at(-1) ?? 0) + 1) last.push(place);
    else runs.push([place]);
  }
  return runs
    .map((run) => [...new Set([run[0], run.at(-1)])].map((place) => order[place ?? 0]).join("–\u2060"))
    .join(", ");
}

function gradesSaid(grades: readonly string[]): string | null {
  const runs = gradeRuns(grades);
  if (runs === "") return null;
  return grades.length === 1 ? t`grade ${runs}` : t`grades ${runs}`;
}

type Asked = {
  est_students: number | null;
  grades: readonly string[];
  times_of_day: readonly string[];
};

/** “About 45 students in grades 6–8, after school or during the school day” */
export function askedSaid({ est_students: students, grades, times_of_day: times }: Asked): string {
  const count = formatCount(students ?? 0);
  const span = gradesSaid(grades);
  const about = plural(students ?? 0, { one: "About # student", other: `About ${count} students` });
  let whom = students === null ? t`How many students is not known` : about;
  if (span) whom = students === null ? t`Students in ${span}, how many is not known` : t`${about} in ${span}`;
  if (times.length === 0) return whom;
  const when = new Intl.ListFormat(document.documentElement.lang || "en", { type: "disjunction" }).format(
    times.map(timeName),
  );
  return `${whom}, ${when}`;
}
