/** Performance targets: what was agreed to be reached, the results, and how they are entered. */
export { partnerChoices, placesQuery, schoolChoices, targetQuery, targetsQuery } from "./api";
export { EnterPage } from "./enter-page";
export { NewTargetPage } from "./new-target-page";
export { readTargetsSearch } from "./search";
export { TargetPage } from "./target-page";
export { TargetsPage } from "./targets-page";
