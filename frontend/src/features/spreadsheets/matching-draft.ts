/** Choices that are not sent yet survive a reload in this tab. They belong to one version of the file. */
import { isRecord } from "@/api/problem";
import type { Matching } from "@/api/gen/types.gen";
import type { Spreadsheet } from "./api";

function keyOf({ id, version }: Spreadsheet): string {
  return `matching ${id} ${version}`;
}

export function keepDraft(sheet: Spreadsheet, matching: Matching): void {
  sessionStorage.setItem(keyOf(sheet), JSON.stringify(matching));
}

export function dropDraft(sheet: Spreadsheet): void {
  sessionStorage.removeItem(keyOf(sheet));
}

/** What was chosen and not sent, or what the server has. */
export function draftOf(sheet: Spreadsheet): Matching {
  const kept = sessionStorage.getItem(keyOf(sheet));
  return (kept && readDraft(kept, sheet)) || sheet.matching;
}

function readDraft(kept: string, { matching }: Spreadsheet): Matching | undefined {
  const found: unknown = JSON.parse(kept);
  if (!isRecord(found) || !Array.isArray(found["sheets"])) return undefined;
  const given: readonly unknown[] = found["sheets"];
  return {
    sheets: matching.sheets.map((sheet, place) => {
      const own = given[place];
      if (!isRecord(own) || !Array.isArray(own["columns"])) return sheet;
      const columns: readonly unknown[] = own["columns"];
      return {
        ...sheet,
        is_used: own["is_used"] === true,
        columns: sheet.columns.map((_, at) => {
          const field = columns[at];
          return typeof field === "string" ? field : null;
        }),
      };
    }),
    day_order: found["day_order"] === "dmy" ? "dmy" : found["day_order"] === "mdy" ? "mdy" : null,
    open_end: found["open_end"] === "school_year" ? "school_year" : "refuse",
    overwrites: found["overwrites"] === true,
  };
}
