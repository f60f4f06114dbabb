/** Which items of a pack are chosen: what is not here at first, never what would overwrite something. */
import type { Item } from "./api";

export type Chosen = ReadonlySet<string>;

/** What is new is chosen, what differs is for the reader to choose; results of checks are left to them too. */
export function firstChoice(items: readonly Item[]): Chosen {
  return new Set(
    items
      .filter((item) => item.can_take && item.state === "new" && item.part !== "checks")
      .map(({ key }) => key),
  );
}

/** Chooses or leaves items; what belongs to one that is left is left with it. */
export function choose(
  items: readonly Item[],
  chosen: Chosen,
  keys: readonly string[],
  isOn: boolean,
): Chosen {
  const next = new Set(chosen);
  for (const key of keys) {
    const item = items.find((each) => each.key === key);
    if (!item?.can_take) continue;
    if (isOn) {
      next.add(key);
      if (item.requires) next.add(item.requires);
    } else {
      next.delete(key);
      for (const other of items) if (other.requires === key) next.delete(other.key);
    }
  }
  return next;
}

/** What is chosen and can still be taken: a comparison that was read again may have fewer. */
export function taken(items: readonly Item[], chosen: Chosen): readonly Item[] {
  return items.filter((item) => item.can_take && chosen.has(item.key));
}

export type Groups = {
  /** Can be taken, or shows why not. */
  open: readonly Item[];
  same: readonly Item[];
  onlyHere: readonly Item[];
};

export function grouped(items: readonly Item[]): Groups {
  return {
    open: items.filter(({ state }) => state === "new" || state === "different"),
    same: items.filter(({ state }) => state === "same"),
    onlyHere: items.filter(({ state }) => state === "missing"),
  };
}
