/** What schools need: listed, one by one, in their assessments, and the programs that fit. */
export {
  areasQuery,
  assessmentQuery,
  assessmentsQuery,
  fitsQuery,
  needQuery,
  needsQuery,
  proposalsQuery,
} from "./api";
export { AssessmentPage } from "./assessment-page";
export { FitsPage } from "./fits-page";
export { NeedPage } from "./need-page";
export { NeedsPage } from "./needs-page";
export { NewNeedsPage } from "./new-needs-page";
export { readNeedsSearch } from "./search";
