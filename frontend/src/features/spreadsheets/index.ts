/** An office's own spreadsheet: brought, matched, checked, decided and taken in. */
export { spreadsheetQuery, spreadsheetsQuery } from "./api";
export { ImportPage } from "./import-page";
export { readImportSearch } from "./search";
export { SpreadsheetPage } from "./spreadsheet-page";
