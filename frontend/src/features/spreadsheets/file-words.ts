/** Why a file as a whole is not taken, and why a step was not done, in words and with the remedy. */
import { msg, t } from "@lingui/core/macro";
import { i18n, type MessageDescriptor } from "@lingui/core";
import { problemSentence } from "@/api/form-problems";
import { isApiError } from "@/api/problem";

export const fileWords: Readonly<Record<string, MessageDescriptor>> = {
  too_large: msg`The file is larger than 10 MB. Take out pictures or divide it.`,
  empty: msg`The file is empty.`,
  encrypted: msg`The file has a password. Take the password off in Excel and save the file again.`,
  old_format: msg`This is an old Excel file (.xls). Open it in Excel and save it as an Excel workbook (.xlsx).`,
  not_a_workbook: msg`This is no Excel workbook. Open it in Excel and save it as .xlsx.`,
  ods: msg`This is no Excel workbook. Open it where it was made and save it as Excel (.xlsx).`,
  damaged: msg`This workbook cannot be read. Open it in Excel and save it as .xlsx.`,
  macros: msg`This workbook holds macros. Save it as an Excel workbook (.xlsx) without macros.`,
  unpacks_too_large: msg`Unpacked, this file is too large. Keep only the rows that are needed.`,
  too_many_rows: msg`There are more than 5,000 rows. Divide the file.`,
  too_many_columns: msg`There are more than 100 columns. Take out those that are not needed.`,
  too_long: msg`A cell holds more than 8,000 characters. Shorten it.`,
  no_rows: msg`There are no rows in the file that can be seen.`,
  not_text: msg`This is no text file. Save it as CSV UTF-8 or as an Excel workbook (.xlsx).`,
  long_line: msg`A line is longer than any row can be. Save the file again as an Excel workbook (.xlsx).`,
  broken_quotes: msg`A quotation mark is opened and never closed. Save the file as an Excel workbook (.xlsx).`,
  single_students: msg`This looks like data about single students, and none of it was kept. Take the column out and bring the file again.`,
};

/** Why the file was not taken. */
export function refusal(error: unknown): string {
  if (!isApiError(error)) return problemSentence(error);
  const code = error.status === 413 ? "too_large" : (error.fields[0]?.code ?? "");
  const words = fileWords[code];
  if (!words) return error.fields[0]?.message ?? problemSentence(error);
  const said = i18n._(words);
  const { column } = error.problem;
  return typeof column === "string" && column ? `${t`Column “${column}”.`} ${said}` : said;
}

const stepWords: Readonly<Record<string, MessageDescriptor>> = {
  "spreadsheet-outdated": msg`Something here changed after the file was checked, so nothing was written. Check again: you see what is different, and then bring it in.`,
  "spreadsheet-asker-gone": msg`Whoever asked for this may do it no longer. Nothing was written. Check again to go on yourself.`,
  "spreadsheet-cannot-move": msg`Somebody else went on with this file. Load it as it is now; nothing is lost.`,
  "optimistic-lock-failed": msg`Somebody else went on with this file. Load it as it is now; nothing is lost.`,
  "internal-error": msg`Something went wrong on our side. Nothing was written. Check again and try once more.`,
};

/** Why a step was not done: by the name of what went wrong, if it is known. */
export function stepSentence(slug: string, error?: unknown): string {
  const words = stepWords[slug];
  return words ? i18n._(words) : problemSentence(error);
}

export function slugOf(error: unknown): string {
  return isApiError(error) ? error.slug : "";
}
