/** A school's public page: read by anybody, kept by the office or the principal. */
export { pageLanguage, publicQuery } from "./public-api";
export { NoHalfSheet, PublicHalfSheet } from "./public-page";
export { sheetQuery } from "./keeping-api";
export { KeepHalfSheetPage } from "./keeping-page";
export { halfSheetSettingsQuery } from "./settings-api";
export { HalfSheetSettingsPage } from "./settings-page";
