/** Partnerships: the list, the record, the next step. */
export { notClearedQuery, partnershipQuery } from "./api";
export { CallsPage } from "./calls-page";
export { needCoverQuery, needFitsQuery } from "./fits-api";
export { NeedFitsPage } from "./need-fits-page";
export { PartnershipPage } from "./partnership-page";
export { PartnershipsPage } from "./partnerships-page";
export { readCallsSearch, readPartnershipsSearch } from "./search";
export { ThreadLink } from "./thread-link";
export { stageName } from "./words";
