/** Views of the agreements that somebody saved, as the page's own address; the month and the zoom are not kept. */
import type { ViewsOf } from "@/features/saved-views";
import { asked } from "./api";
import { readAgreementsSearch, type AgreementsSearch } from "./search";

export const agreements: ViewsOf<AgreementsSearch> = {
  list: "agreements",
  read({ question: { effective, ...words }, layout }) {
    return readAgreementsSearch({
      ...words,
      ...(effective && { standing: effective }),
      ...(layout && { view: layout }),
    });
  },
  asks: asked,
  layout: ({ view }) => view,
};
