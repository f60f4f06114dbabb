/** What the rest of the app may use of deciding by link. */
export { DelegatesSection } from "./delegates-section";
export { delegationsQuery } from "./delegates-api";
export { DecidePage } from "./decide-page";
export { loadDecisions } from "./api";
