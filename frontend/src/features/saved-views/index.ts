/** What lists are asked, kept under a name: their links, and saving, changing and removing them. */
export { savedViewsQuery, type SavedView } from "./api";
export { KeepView } from "./keep-view";
