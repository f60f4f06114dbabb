/** The school directory, and what others say of a school. */
export { schoolQuery, schoolsQuery } from "./api";
export { SchoolsPage } from "./schools-page";
export { readSchoolsSearch } from "./search";
export { gradeSpan, levelName } from "./words";
