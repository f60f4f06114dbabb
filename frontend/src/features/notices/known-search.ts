/** What the list of notices is asked for, without a kind that nobody knows. */
import { kinds, type Kind } from "./kinds";
import type { AskedNotices } from "./search";

export type NoticesSearch = { unread?: true; kind?: Kind };

export function knownSearch({ kind: asked, ...rest }: AskedNotices): NoticesSearch {
  const kind = kinds.find((each) => each === asked);
  return { ...rest, ...(kind && { kind }) };
}
