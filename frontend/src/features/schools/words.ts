/** What is said of a school: its level and its grades. */
import { t } from "@lingui/core/macro";
import type { Level } from "./search";

export function levelName(level: Level): string {
  switch (level) {
    case "elementary":
      return t`Elementary`;
    case "middle":
      return t`Middle`;
    case "high":
      return t`High`;
    case "k8":
      return t`Elementary and middle`;
    case "other":
      return t`Other`;
  }
}

function gradeName(grade: string): string {
  if (grade === "PK") return t`prekindergarten`;
  if (grade === "K") return t`kindergarten`;
  return t`grade ${grade}`;
}

/** “prekindergarten to grade 8”; nothing when the grades are not known. */
export function gradeSpan(grades: readonly string[]): string | null {
  const first = grades[0];
  const last = grades.at(-1);
  if (!first || !last) return null;
  if (first === last) return gradeName(first);
  const from = gradeName(first);
  const to = gradeName(last);
  return t`${from} to ${to}`;
}

/** “PK–8”, for a table. */
export function gradeRange(grades: readonly string[]): string | null {
  const first = grades[0];
  const last = grades.at(-1);
  if (!first || !last) return null;
  return first === last ? first : `${first}–${last}`;
}
