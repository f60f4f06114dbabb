/**
 * Reads a list page's search parameters by hand: small, typed, and never in the way.
 * A value that is not known is left out, so an old or mistyped link still opens the page. The router keeps such words
 * beside what was read: a route whose whole search becomes a question to the API reads it once more.
 */
export type Search = Record<string, unknown>;

export function text(search: Search, key: string, longest = 100): string | undefined {
  const value = search[key];
  const word = typeof value === "number" ? String(value) : value;
  if (typeof word !== "string") return undefined;
  const trimmed = word.trim().slice(0, longest);
  return trimmed === "" ? undefined : trimmed;
}

export function oneOf<const T extends string>(
  search: Search,
  key: string,
  known: readonly T[],
): T | undefined {
  return known.find((option) => option === search[key]);
}

export function manyOf<const T extends string>(
  search: Search,
  key: string,
  known: readonly T[],
): T[] | undefined {
  const value = search[key];
  const asked: readonly unknown[] = Array.isArray(value)
    ? value
    : typeof value === "string"
      ? value.split(",")
      : [];
  const kept = known.filter((option) => asked.includes(option));
  return kept.length > 0 ? kept : undefined;
}

export function flag(search: Search, key: string): true | undefined {
  const value = search[key];
  return value === true || value === "true" || value === 1 || value === "1" || value === ""
    ? true
    : undefined;
}

export function whole(search: Search, key: string, least: number, most: number): number | undefined {
  const value = search[key];
  const number =
    typeof value === "number" ? value : typeof value === "string" && value !== "" ? Number(value) : NaN;
  return Number.isInteger(number) && number >= least && number <= most ? number : undefined;
}

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

/** A calendar day, `2020-01-27`; a day that does not exist is left out. */
export function day(search: Search, key: string): string | undefined {
  const value = search[key];
  if (typeof value !== "string" || !dayPattern.test(value)) return undefined;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(value) ? value : undefined;
}

export type Sort<K extends string> = { key: K; descending: boolean };

/** `sort=name` or `sort=-name`, among the keys the list offers. */
export function sort<const K extends string>(
  search: Search,
  keys: readonly K[],
  key = "sort",
): Sort<K> | undefined {
  const value = search[key];
  if (typeof value !== "string") return undefined;
  const descending = value.startsWith("-");
  const found = keys.find((option) => option === value.slice(descending ? 1 : 0));
  return found === undefined ? undefined : { key: found, descending };
}

export function writeSort<K extends string>(order: Sort<K>): string {
  return order.descending ? `-${order.key}` : order.key;
}

/** The same parameters without those that say nothing, so that addresses stay short. */
export function compact<T extends Search>(search: T): Partial<T> {
  const kept: Partial<T> = { ...search };
  for (const key in kept) if (kept[key] === undefined || kept[key] === "") delete kept[key];
  return kept;
}
