/** Views of the directory that somebody saved, as the page's own address. */
import type { ViewsOf } from "@/features/saved-views";
import { questionOf } from "./question";
import { readPartnersSearch, type PartnersSearch } from "./search";

export const directory: ViewsOf<PartnersSearch> = {
  list: "partners",
  read: ({ question }) => questionOf(readPartnersSearch(question)),
  asks: (search) => search,
  isUnordered: true,
};
