/** Published measures and student numbers, as sections of a page. */
export { schoolMeasuresQuery, studentsQuery } from "./api";
export { measureFinding, worstFirst } from "./findings";
export { MeasuresSection } from "./measures-section";
export { StudentsSection } from "./students-section";
