/** Papers and clearance: what a partner owes, its papers and its people; the office's queue and what it asks. */
export { paperQuery, partnerPapersQuery, requirementsQuery, staffQuery } from "./api";
export { queueQuery, waiversQuery } from "./office-api";
export { EditPaperPage, NewPaperPage } from "./paper-form-page";
export { PaperPage } from "./paper-page";
export { PartnerPapersPage } from "./partner-papers-page";
export { QueuePage } from "./queue-page";
export { QueuePaperPage } from "./queue-paper-page";
export { readQueueSearch, readRequirementsSearch } from "./queue-search";
export { RequirementsPage } from "./requirements-page";
export { StoragePage, storageQuery } from "./storage-page";
export { StaffPage } from "./staff-page";
export { WaiversPage } from "./waivers-page";
