/** The rows of the grid: what is typed, and what it sends. */
import type { ResultRow } from "@/api/gen/types.gen";

export type Typed = { numerator: string; denominator: string; value: string };
export const nothing: Typed = { numerator: "", denominator: "", value: "" };

export function isEmpty(row: Typed): boolean {
  return row.numerator.trim() === "" && row.denominator.trim() === "" && row.value.trim() === "";
}

/** A whole number or a decimal; null when it is neither. Commas between thousands are left out. */
export function readNumber(typed: string, whole: boolean): number | null {
  const plain = typed.trim().replace(/,(?=\d{3}\b)/g, "");
  const shape = whole ? /^\d{1,9}$/ : /^-?\d{1,9}(\.\d{1,6})?$/;
  return shape.test(plain) ? Number(plain) : null;
}

/** What a row sends; null when something in it is no number. */
export function readRow(school: string, row: Typed, asShare: boolean): ResultRow | null {
  if (asShare) {
    const numerator = readNumber(row.numerator, true);
    const denominator = readNumber(row.denominator, true);
    return numerator === null || denominator === null ? null : { school_id: school, numerator, denominator };
  }
  const value = readNumber(row.value, false);
  return value === null ? null : { school_id: school, value };
}
