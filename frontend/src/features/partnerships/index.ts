/** Partnerships: the list, the record, the next step. */
export { partnershipQuery } from "./api";
export { needCoverQuery, needFitsQuery } from "./fits-api";
export { NeedFitsPage } from "./need-fits-page";
export { PartnershipPage } from "./partnership-page";
export { PartnershipsPage } from "./partnerships-page";
export { readPartnershipsSearch } from "./search";
export { ThreadLink } from "./thread-link";
export { blockerWords, stageName } from "./words";
