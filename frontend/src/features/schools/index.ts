/** The school directory, and what others say of a school. */
export { schoolQuery, schoolsQuery } from "./api";
export { CloseSchool, SchoolStanding } from "./school-standing";
export { SchoolsPage } from "./schools-page";
export { readSchoolsSearch } from "./search";
export { gradeSpan, levelName } from "./words";
