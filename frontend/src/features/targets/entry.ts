/** The grid of results as it is typed or pasted, and what it sends. No screen, no requests. */
import type { ResultRow, RowOutcome } from "@/api/gen/types.gen";
import { readNumber } from "./amounts";
import type { Target } from "./api";

/** The inputs of a row: a value, or how many of how many. */
export type Part = "numerator" | "denominator" | "value";
export type Cells = Readonly<Partial<Record<Part, string>>>;
/** What was typed, by school; a cell that nobody touched is not in it. */
export type Typed = Readonly<Record<string, Cells>>;

export function partsOf({ unit }: Pick<Target, "unit">): readonly Part[] {
  return unit === "percent" || unit === "ratio" ? ["numerator", "denominator"] : ["value"];
}

type Known = Pick<Target, "unit" | "aggregation" | "schools" | "results">;

/** What a row starts with: the day's own result where there is one, else the number of students of the last time. */
export function startOf(target: Known, school: string, day: string): Cells {
  const recorded = recordedOf(target, school, day)?.figure;
  if (recorded && !recorded.suppressed) {
    if (recorded.numerator !== null && recorded.denominator !== null)
      return { numerator: String(recorded.numerator), denominator: String(recorded.denominator) };
    return recorded.value === null ? {} : { value: String(recorded.value) };
  }
  const last = target.schools.find((each) => each.school.id === school)?.latest;
  const students = last?.denominator ?? null;
  return target.aggregation === "latest" && students !== null ? { denominator: String(students) } : {};
}

/** The result that stands for a school on a day. */
export function recordedOf({ results }: Pick<Target, "results">, school: string, day: string) {
  return results.find(
    (each) =>
      each.school.id === school &&
      each.as_of_on === day &&
      (each.status === "verified" || each.status === "submitted"),
  );
}

export type Mistake = { school: string; part: Part; kind: "number" | "whole" | "missing" | "exceeds" };
export type Read = { rows: ResultRow[]; mistakes: Mistake[] };

/** The rows that somebody changed, or what is wrong with them. */
export function readGrid(target: Known, schools: readonly string[], typed: Typed, day: string): Read {
  const parts = partsOf(target);
  const read: Read = { rows: [], mistakes: [] };
  for (const school of schools) {
    const start = startOf(target, school, day);
    const cells = { ...start, ...typed[school] };
    const isChanged = parts.some((part) => (cells[part] ?? "").trim() !== (start[part] ?? ""));
    const isEmpty = parts.every((part) => (typed[school]?.[part] ?? "").trim() === "");
    if (!isChanged || (isEmpty && recordedOf(target, school, day) === undefined)) continue;
    const mistakes = mistakesOf(target, school, cells);
    if (mistakes.length > 0) read.mistakes.push(...mistakes);
    else read.rows.push(rowOf(school, parts, cells));
  }
  return read;
}

function mistakesOf(target: Known, school: string, cells: Cells): Mistake[] {
  const parts = partsOf(target);
  const isCounted = parts.length > 1;
  const found = parts.flatMap((part): Mistake[] => {
    const words = (cells[part] ?? "").trim();
    if (words === "") return [{ school, part, kind: "missing" }];
    if (readNumber(words, isCounted) !== null) return [];
    return [{ school, part, kind: isCounted ? "whole" : "number" }];
  });
  if (found.length > 0 || !isCounted || target.unit !== "percent") return found;
  const part = readNumber(cells.numerator ?? "", true) ?? 0;
  const whole = readNumber(cells.denominator ?? "", true) ?? 0;
  return part > whole ? [{ school, part: "numerator", kind: "exceeds" }] : [];
}

function rowOf(school: string, parts: readonly Part[], cells: Cells): ResultRow {
  const row: ResultRow = { school_id: school };
  for (const part of parts) row[part] = readNumber(cells[part] ?? "", parts.length > 1);
  return row;
}

/** Rows and cells as a spreadsheet copies them; null for a single value, which needs no help. */
export function readSheet(text: string): string[][] | null {
  const rows = text
    .replace(/\r\n?/g, "\n")
    .replace(/\n+$/, "")
    .split("\n")
    .map((row) => row.split("\t").map((cell) => cell.trim()));
  return rows.length === 1 && rows[0]?.length === 1 ? null : rows;
}

export type Pasted = { typed: Typed; filled: number; unknown: string[] };

/**
 * Puts copied rows into the grid: rows that begin with a school's name go to that school wherever it stands,
 * rows of numbers alone go down from the cell that was pasted into.
 */
export function pasteSheet(
  sheet: readonly (readonly string[])[],
  schools: readonly { id: string; name: string }[],
  parts: readonly Part[],
  at: { school: string; part: Part },
  typed: Typed,
): Pasted {
  const next: Record<string, Cells> = { ...typed };
  const unknown: string[] = [];
  const filled = new Set<string>();
  const top = schools.findIndex(({ id }) => id === at.school);
  const left = parts.indexOf(at.part);
  sheet.forEach((cells, index) => {
    const [first = "", ...rest] = cells;
    const isNamed = first !== "" && readNumber(first) === null;
    const place = isNamed ? schools.find(({ name }) => plain(name) === plain(first)) : schools[top + index];
    const numbers = isNamed ? rest.filter((cell) => readNumber(cell) !== null) : cells;
    if (!place) {
      // A row of headings names no school and holds no number.
      if (numbers.some((cell) => cell !== "")) unknown.push(isNamed ? first : cells.join(" "));
      return;
    }
    const into = isNamed ? parts : parts.slice(left);
    const given = into.flatMap((part, column) => {
      const cell = numbers[column];
      return cell === undefined || cell === "" ? [] : [[part, cell] as const];
    });
    if (given.length === 0) return;
    next[place.id] = { ...next[place.id], ...Object.fromEntries(given) };
    filled.add(place.id);
  });
  return { typed: next, filled: filled.size, unknown };
}

function plain(name: string): string {
  return name.trim().toLowerCase().replace(/\s+/g, " ");
}

/** What was typed in rows that are now kept is forgotten: they start from what is recorded. */
export function forgetKept(typed: Typed, outcomes: readonly RowOutcome[]): Typed {
  const kept = outcomes
    .filter(({ outcome }) => outcome !== "refused" && outcome !== "needs_confirming")
    .map(({ school_id: id }) => id);
  return Object.fromEntries(Object.entries(typed).filter(([school]) => !kept.includes(school)));
}

export function cellId(part: Part, school: string): string {
  return `${part}-${school}`;
}

/** The cell that a fault of the server points at: “/rows/3/numerator” of the rows that were sent. */
export function cellOf(target: Pick<Target, "unit">, pointer: string, school: string): string {
  const field = pointer.split("/").at(-1);
  const parts = partsOf(target);
  return cellId(parts.find((part) => part === field) ?? parts[0] ?? "value", school);
}
