/** Sentences about a need in its assessment: how it was weighed, what it lacks. Pure, so that each is tested. */
import { plural, t } from "@lingui/core/macro";
import type { AssessmentNeed } from "@/api/gen/types.gen";
import { listOf } from "@/lib/lists";
import { formatNumber } from "@/lib/numbers";
import { lackShort, ratings } from "./words";

/** “For a priority it lacks evidence and all five ratings.” */
export function lackedSaid(codes: readonly string[]): string {
  const list = listOf(codes.map(lackShort));
  return t`For a priority it lacks ${list}.`;
}

/** “Rated 4.2 of 5”, “3 of 5 ratings given”, “Not rated” */
export function ratedSaid(need: AssessmentNeed): string {
  const given = ratings.filter((key) => need[key] !== null).length;
  if (given === 0 || need.score === null) return t`Not rated`;
  if (given < ratings.length) return t`${given} of ${ratings.length} ratings given`;
  const score = formatNumber(need.score, 1);
  return t`Rated ${score} of 5`;
}

export function evidenceSaid(count: number): string {
  return count === 0
    ? t`no evidence yet`
    : plural(count, { one: "# piece of evidence", other: "# pieces of evidence" });
}

/** Where a hand put it elsewhere than its ratings, and why. */
export function placedSaid({
  rank,
  place_by_score: place,
  rank_reason: reason,
}: AssessmentNeed): string | null {
  if (reason === null || rank === null) return null;
  return place === null || place === rank
    ? t`Placed by hand: ${reason}`
    : t`Placed by hand, number ${place} by its ratings: ${reason}`;
}
