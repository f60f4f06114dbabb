/** Partnerships: the list, the record, the next step. */
export { partnershipQuery, partnershipsQuery } from "./api";
export { PartnershipPage } from "./partnership-page";
export { PartnershipsPage } from "./partnerships-page";
export { readPartnershipsSearch, type PartnershipsSearch } from "./search";
export { stageName } from "./words";
