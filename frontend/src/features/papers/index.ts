/** Papers and clearance: what a partner owes, its papers and its people. */
export { paperQuery, partnerPapersQuery, requirementsQuery } from "./api";
export { queueQuery, waiversQuery } from "./office-api";
export { PartnerPapersPage } from "./partner-papers-page";
export { QueuePage } from "./queue-page";
export { QueuePaperPage } from "./queue-paper-page";
export { readQueueSearch, readRequirementsSearch } from "./queue-search";
export { RequirementsPage } from "./requirements-page";
export { WaiversPage } from "./waivers-page";
