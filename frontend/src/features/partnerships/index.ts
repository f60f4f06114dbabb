/** Partnerships: the list, the record, the next step. */
export { partnershipQuery } from "./api";
export { PartnershipPage } from "./partnership-page";
export { PartnershipsPage } from "./partnerships-page";
export { readPartnershipsSearch } from "./search";
export { stageName } from "./words";
