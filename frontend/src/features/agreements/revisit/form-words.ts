/** What the form of a word asks and says. */
import { t } from "@lingui/core/macro";
import type { RevisitOutcome } from "./api";

export function outcomeHint(outcome: RevisitOutcome): string | undefined {
  if (outcome === "revised") return t`What is signed stays in force; an amendment can be drafted from it.`;
  if (outcome === "end")
    return t`It runs to its last day and is not renewed. Ending it earlier is a step of its own.`;
  return undefined;
}

export function noteLabel(outcome: "revised" | "end"): string {
  return outcome === "revised" ? t`What should change?` : t`Why should it end?`;
}

/** Whatever is not simply confirmed says why. */
export function noteProblem(outcome: RevisitOutcome | "", note: string): true | string {
  if (outcome !== "revised" && outcome !== "end") return true;
  if (note.trim() === "")
    return outcome === "revised" ? t`Write down what should change` : t`Write down why it should end`;
  return note.length <= 4000 || t`Use at most 4,000 characters`;
}
