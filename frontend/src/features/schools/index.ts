/** The school directory, when school is in session, and what others say of a school. */
export { schoolQuery, schoolsQuery } from "./api";
export { CloseSchool, SchoolStanding } from "./school-standing";
export { instructionDaysQuery } from "./instruction-api";
export { InstructionSection } from "./instruction-section";
export { SchoolsPage } from "./schools-page";
export { readSchoolsSearch } from "./search";
export { restWords, rests, unknownWords } from "./season-words";
export { gradeSpan, levelName } from "./words";
