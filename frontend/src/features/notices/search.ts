/**
 * What the address of the list of notices says, as it was written: which kinds there are is known to the page alone
 * (`known-search`), so that every visitor's first file stays short.
 */
import { flag, text, type Search } from "@/lib/url-state";

export type AskedNotices = { unread?: true; kind?: string };

export function readNoticesSearch(search: Search): AskedNotices {
  const unread = flag(search, "unread");
  const kind = text(search, "kind", 60);
  return { ...(unread && { unread }), ...(kind && { kind }) };
}
