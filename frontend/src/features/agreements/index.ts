/** Agreements: their list, each one with its next step, its text, and drafting it. */
export { agreementQuery, agreementsQuery, textQuery } from "./api";
export { AgreementPage } from "./agreement-page";
export { AgreementsPage } from "./agreements-page";
export { AgreementTextPage } from "./agreement-text-page";
export { EditAgreementPage } from "./edit-agreement-page";
export { NewAgreementPage } from "./new-agreement-page";
export { RecordAgreementPage } from "./record-page";
export { packetQuery } from "./board/api";
export { BoardPage } from "./board/board-page";
export { PacketPage } from "./board/packet-page";
export { chosen as chosenAgreements, readPacketSearch } from "./board/search";
export { routesQuery } from "./routes/api";
export { RoutesPage } from "./routes/routes-page";
export { readAgreementsSearch, readDay, readStartSearch } from "./search";
export { overdueQuery, revisitsQuery } from "./revisit/api";
export { OverdueRevisitsPage } from "./revisit/overdue-page";
export { RevisitPage } from "./revisit/revisit-page";
export { AskAgain } from "./ask-again";
