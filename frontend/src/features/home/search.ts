/** What the address of the home page, and of a school's door, says: the day, for a partner whether only what is open is shown, at the door the order. */
import { day, oneOf, type Search } from "@/lib/url-state";

export type DoorSearch = { effective_on?: string; by?: "time" };
export type HomeSearch = DoorSearch & { only?: "missing" };

export function readDoorSearch(search: Search): DoorSearch {
  return doorSearch(day(search, "effective_on"), oneOf(search, "by", ["time"]));
}

/** By name unless told otherwise, so that the usual address stays short. */
export function doorSearch(effectiveOn: string | undefined, by: "name" | "time" | undefined): DoorSearch {
  return { ...(effectiveOn && { effective_on: effectiveOn }), ...(by === "time" && { by }) };
}

export function readHomeSearch(search: Search): HomeSearch {
  const only = oneOf(search, "only", ["missing"]);
  return { ...readDoorSearch(search), ...(only && { only }) };
}
