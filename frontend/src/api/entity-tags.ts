/** Remembers which version a record was read at, so that an edit can say which version it changes. */
import { replaceEqualDeep } from "@tanstack/react-query";

const tags = new WeakMap<object, string>();

export function rememberTag(record: unknown, tag: string): void {
  if (typeof record === "object" && record !== null) tags.set(record, tag);
}

/**
 * Headers for an edit of this record: `updateSchool({ path, body, headers: ifMatch(school) })`. A record that came
 * in a list has no tag of its own; its version says the same.
 */
export function ifMatch(record: { version?: number }): { "If-Match": string } {
  const tag = tags.get(record) ?? (record.version === undefined ? undefined : `"${record.version}"`);
  if (tag === undefined)
    throw new Error("This record was not read from the API, so its version is not known");
  return { "If-Match": tag };
}

/** TanStack Query keeps an equal body's identity; the version must then move to the body that is kept. */
export function shareWithTag(before: unknown, after: unknown): unknown {
  const kept: unknown = replaceEqualDeep(before, after);
  if (typeof after === "object" && after !== null) {
    const tag = tags.get(after);
    if (tag !== undefined) rememberTag(kept, tag);
  }
  return kept;
}
