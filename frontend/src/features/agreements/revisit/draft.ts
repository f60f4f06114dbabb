/** A side's word as a form: one for every school, and another for single schools, filled in from what was said before. */
import type { RevisitAnswer } from "@/api/gen/types.gen";
import type { Place, Revisit, RevisitOutcome, RevisitSide, Word } from "./api";

type Said = { outcome: RevisitOutcome | ""; note: string };
type Exception = Said & { school_id: string };
export type WordValues = Said & { exceptions: Exception[] };

export const outcomes = ["confirmed", "revised", "end"] as const;

export type Start = { values: WordValues; isFromLastYear: boolean };

/** Places for which the reader may speak now. */
export const open = (revisit: Revisit): Place[] => revisit.schools.filter((place) => place.can_say);

const key = ({ outcome, note }: Said) => `${outcome} ${note}`;

/**
 * What stands in the fields at first: this year's own word where it was given, else last year's. What most schools
 * have is the word for all, the others are its exceptions.
 */
export function startOf(revisit: Revisit, side: RevisitSide): Start {
  let isFromLastYear = false;
  const before = open(revisit).flatMap((place): { place: Place; said: Said }[] => {
    const own = place.words.find((word) => word.side === side);
    const last = place.last_words.find((word) => word.side === side);
    if (!own && last) isFromLastYear = true;
    const word = own ?? last;
    return word ? [{ place, said: saidOf(word) }] : [];
  });
  const counts = new Map<string, number>();
  for (const { said } of before) counts.set(key(said), (counts.get(key(said)) ?? 0) + 1);
  const common = before.reduce<Said>(
    (most, { said }) => ((counts.get(key(said)) ?? 0) > (counts.get(key(most)) ?? 0) ? said : most),
    { outcome: "", note: "" },
  );
  const exceptions = before.flatMap(({ place, said }): Exception[] =>
    place.school && key(said) !== key(common) ? [{ school_id: place.school.id, ...said }] : [],
  );
  return { values: { ...common, exceptions }, isFromLastYear };
}

function saidOf({ outcome, note }: Word): Said {
  return { outcome, note: outcome === "confirmed" ? "" : (note ?? "") };
}

/** What is sent: a word that confirms needs no reason, and one for all is said once. */
export function toBody(values: WordValues): RevisitAnswer | null {
  const { outcome } = values;
  if (outcome === "") return null;
  const exceptions = values.exceptions.flatMap((each) =>
    each.outcome === "" ? [] : [{ school_id: each.school_id, outcome: each.outcome, ...noteOf({ ...each }) }],
  );
  return { outcome, ...noteOf(values), exceptions };
}

function noteOf({ outcome, note }: Said): { note?: string } {
  const said = note.trim();
  return outcome === "confirmed" || said === "" ? {} : { note: said };
}
