/** What the address of the list of notices says. */
import { flag, oneOf, type Search } from "@/lib/url-state";
import { kinds, type Kind } from "./kinds";

export type NoticesSearch = { unread?: true; kind?: Kind };

export function readNoticesSearch(search: Search): NoticesSearch {
  const unread = flag(search, "unread");
  const kind = oneOf(search, "kind", kinds);
  return { ...(unread && { unread }), ...(kind && { kind }) };
}
