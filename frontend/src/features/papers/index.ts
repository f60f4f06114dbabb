/** Papers and clearance: what a partner owes, its papers and its people. */
export { partnerPapersQuery } from "./api";
export { PartnerPapersPage } from "./partner-papers-page";
