/** Performance targets: what was agreed to be reached, the results, and how they are entered. */
export { partnershipQuery, schoolYearsQuery, targetQuery, targetsQuery } from "./api";
export { EditTargetPage } from "./edit-target-page";
export { EnterPage } from "./enter-page";
export { NewTargetPage } from "./new-target-page";
export { readDay, readStartSearch, readTargetsSearch } from "./search";
export { TargetPage } from "./target-page";
export { TargetsPage } from "./targets-page";
