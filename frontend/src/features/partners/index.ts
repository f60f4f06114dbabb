/** Partner organizations: the directory, a partner's record and its programs. */
export { applicationsQuery, areasQuery, partnerQuery, tasksQuery } from "./api";
export { facetsQuery, partnersQuery } from "./directory-api";
export { questionOf } from "./question";
export { useLateEdit } from "./late-edit";
export { districtsQuery } from "./join-api";
export { JoinConfirmPage } from "./join-confirm-page";
export { JoinPage } from "./join-page";
export { MergePage } from "./merge-page";
export { NewPartnerPage } from "./new-partner-page";
export { PartnerRecord } from "./partner-record";
export { PartnersPage } from "./partners-page";
export { QueuePage } from "./queue-page";
export { readQueueSearch } from "./queue-search";
export { readPartnersSearch } from "./search";
export { shown, type Shown } from "./topics";
export { kinds as organizationKinds } from "./search";
export { deliveryName, gradeWords, timeName, kindName as organizationName, weekdayName } from "./words";
