/** What happened to a record, told on the page of any feature. */
export { HistorySection } from "./history-section";
