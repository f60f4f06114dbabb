/** What schools need: listed, one by one, and in their assessments. */
export { AddNeedPage } from "./add-need-page";
export {
  areasQuery,
  assessmentQuery,
  assessmentsQuery,
  needQuery,
  needsQuery,
  populationsQuery,
  proposalsQuery,
  schoolYearsQuery,
} from "./api";
export { askedSaid } from "./asked";
export { AssessmentPage } from "./assessment-page";
export { CoverTag } from "./cover-tag";
export { EditNeedPage } from "./edit-need-page";
export { loadMySchools } from "./my-schools";
export { NeedGap } from "./need-gap";
export { NeedPage } from "./need-page";
export { NeedsPage } from "./needs-page";
export { NewNeedsPage } from "./new-needs-page";
export { SchoolAssessments } from "./school-assessments";
export { readNeedsSearch, readProposalSearch, readSchoolSearch } from "./search";
export { StartPage } from "./start-page";
export { needsSchoolsOf } from "./who";
