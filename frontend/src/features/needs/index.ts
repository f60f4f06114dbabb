/** What schools need: listed, one by one, and in their assessments. */
export { areasQuery, assessmentQuery, assessmentsQuery, needQuery, needsQuery, proposalsQuery } from "./api";
export { askedSaid } from "./asked";
export { AssessmentPage } from "./assessment-page";
export { CoverTag } from "./cover-tag";
export { NeedGap } from "./need-gap";
export { NeedPage } from "./need-page";
export { NeedsPage } from "./needs-page";
export { NewNeedsPage } from "./new-needs-page";
export { readNeedsSearch } from "./search";
