/** What the addresses of the office's pages say. Every page reads addresses first, so nothing else stands here. */
import { day, text, type Search } from "@/lib/url-state";

export type QueueSearch = {
  effective_on?: string;
  /** The paper that was decided just now. */
  done?: string;
};

export function readQueueSearch(search: Search): QueueSearch {
  const effectiveOn = day(search, "effective_on");
  const done = text(search, "done");
  return { ...(effectiveOn && { effective_on: effectiveOn }), ...(done && { done }) };
}

export function readRequirementsSearch(search: Search): { effective_on?: string } {
  const effectiveOn = day(search, "effective_on");
  return effectiveOn ? { effective_on: effectiveOn } : {};
}
