/** What lists are asked, kept under a name: their links, and saving, changing and removing them. */
export { KeepView } from "./keep-view";
export { currentOf, toKeep, useKept, type ViewsOf } from "./kept";
export { ViewTabs } from "./view-tabs";
