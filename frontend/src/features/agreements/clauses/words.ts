/** How far a clause is, in words and as a tag. */
import { t } from "@lingui/core/macro";
import type { StatusLook } from "@/ui/data/status-tag";
import type { Agreement } from "../api";

export type Clause = NonNullable<Agreement["clauses"]>[number];
export type ClauseState = Clause["state"];

export const clauseStates: readonly ClauseState[] = ["not_yet_addressed", "under_discussion", "finalized"];

export const clauseLooks: Readonly<Record<ClauseState, StatusLook>> = {
  not_yet_addressed: "none",
  under_discussion: "review",
  finalized: "done",
};

export function stateName(state: ClauseState): string {
  const names: Record<ClauseState, string> = {
    not_yet_addressed: t`Not yet addressed`,
    under_discussion: t`Under discussion`,
    finalized: t`Finalized`,
  };
  return names[state];
}
