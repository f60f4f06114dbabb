/** Where a reader may say of a promise whether it came. */
import { t } from "@lingui/core/macro";
import type { Agreement } from "../api";

export type Promised = Agreement["expectations"][number] | Agreement["resources"][number];
export type PromiseWord = Promised["words"][number];

/** `null` is everywhere. */
export type PromisePlace = { school: string | null; name: string };

function placesOf(promise: Promised, agreement: Pick<Agreement, "schools">): PromisePlace[] {
  const names = new Map(agreement.schools.map(({ school }) => [school.id, school.name]));
  const at = promise.can_say_at.map((school) => ({ school, name: names.get(school) ?? t`Your school` }));
  if (!promise.can_say_everywhere) return at;
  // Said of its only place it is said of everywhere.
  return [{ school: null, name: t`Everywhere` }, ...(at.length > 1 ? at : [])];
}

/** Places of which nothing is said yet. */
export function openPlaces(promise: Promised, agreement: Pick<Agreement, "schools">): PromisePlace[] {
  return placesOf(promise, agreement).filter(
    ({ school }) => !promise.words.some((word) => (word.school?.id ?? null) === school),
  );
}

export function mayTakeBack(promise: Promised, word: PromiseWord): boolean {
  return word.school === null ? promise.can_say_everywhere : promise.can_say_at.includes(word.school.id);
}
