/** Pages that read across features. */
export { loadSchool } from "./school-api";
export { SchoolPage } from "./school-page";
