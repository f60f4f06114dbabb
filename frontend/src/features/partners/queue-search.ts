/** What the address of the queue of applications says. */
import { day, oneOf, text, type Search } from "@/lib/url-state";
import { kinds, type Kind } from "./search";

export const holders = ["me", "nobody", "another"] as const;
export type Holder = (typeof holders)[number];

export type QueueSearch = {
  q?: string;
  org_type?: Kind;
  held_by?: Holder;
  effective_on?: string;
};

export function readQueueSearch(search: Search): QueueSearch {
  const q = text(search, "q");
  const kind = oneOf(search, "org_type", kinds);
  const holder = oneOf(search, "held_by", holders);
  const effectiveOn = day(search, "effective_on");
  return {
    ...(q && { q }),
    ...(kind && { org_type: kind }),
    ...(holder && { held_by: holder }),
    ...(effectiveOn && { effective_on: effectiveOn }),
  };
}
