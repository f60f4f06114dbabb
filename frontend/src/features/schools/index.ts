/** The school directory, and what others say of a school. */
export { readSchoolsSearch, schoolQuery, schoolsQuery } from "./api";
export { SchoolsPage } from "./schools-page";
export { gradeSpan, levelName } from "./words";
