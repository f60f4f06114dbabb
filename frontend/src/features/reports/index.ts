/** Pages that read across features. */
export { loadSchool } from "./school-api";
export { SchoolPage } from "./school-page";
export { loadPartner } from "./partner-api";
export { PartnerPage } from "./partner-page";
export { threadQuery } from "./thread-api";
export { ThreadPage } from "./thread-page";
