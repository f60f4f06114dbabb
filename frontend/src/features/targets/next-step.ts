/**
 * The one next step for this reader, from what the server offers. Which steps exist and who may take them is the
 * server's; here only their order is decided, so that one stands out.
 */
import type { Act, TargetMove } from "./acts";
import type { Result, Target, TargetSchool } from "./api";

export type NextStep =
  | { kind: "act"; act: Act; refusal?: Act }
  | { kind: "check"; results: readonly Result[] }
  | { kind: "edit" }
  | { kind: "enter"; schools: readonly TargetSchool[] }
  | { kind: "begin"; on: string }
  | { kind: "wait"; for: "partner" | "schools" | "sides"; schools: readonly string[]; unnamed: number }
  | { kind: "expect"; on: string };

type Moves = Target["allowed_moves"];

export function offers(moves: Moves, verb: string): boolean {
  return moves.some((each) => each.move === verb && each.needs.length === 0);
}

export function nextStep(target: Target, today: string): NextStep | null {
  const answer = toAnswer(target);
  if (answer) return answer;
  if (offers(target.allowed_moves, "propose")) return { kind: "act", act: { verb: "propose" } };
  if (target.status === "draft" && target.may_edit) return { kind: "edit" };
  for (const verb of ["agree", "open", "close"] satisfies TargetMove[]) {
    if (offers(target.allowed_moves, verb)) return { kind: "act", act: { verb } };
  }
  const results = toCheck(target);
  if (results.length > 0) return { kind: "check", results };
  const mine = target.schools.filter((each) => each.may_enter);
  if (mine.length > 0) {
    if (today < target.period_starts_on) return { kind: "begin", on: target.period_starts_on };
    return { kind: "enter", schools: mine };
  }
  return toWait(target);
}

/** The reader's own school is still asked: its word, or word that it stays out. */
function toAnswer({ schools }: Target): NextStep | null {
  const asked = schools.find(
    ({ word, allowed_moves: moves }) => word === "pending" && offers(moves, "agree"),
  );
  if (!asked) return null;
  const { school } = asked;
  return {
    kind: "act",
    act: { verb: "agree-school", school },
    ...(offers(asked.allowed_moves, "opt-out") && { refusal: { verb: "opt-out", school } }),
  };
}

/** Results that wait for this reader's word. */
function toCheck({ results }: Target): Result[] {
  return results.filter(
    ({ status, allowed_moves: moves }) => status === "submitted" && offers(moves, "verify"),
  );
}

function toWait(target: Target): NextStep | null {
  if (target.status === "proposed") {
    const asked = target.schools.filter(({ word }) => word === "pending").map(({ school }) => school.name);
    if (target.partner_word.word === "pending" && target.schools_agreed > 0)
      return { kind: "wait", for: "partner", schools: [], unnamed: 0 };
    const all = target.school_count - target.schools_agreed - target.schools_opted_out;
    return { kind: "wait", for: "schools", schools: asked, unnamed: all - asked.length };
  }
  if (target.status === "agreed") return { kind: "wait", for: "sides", schools: [], unnamed: 0 };
  const due = target.progress.result_due_on;
  return target.status === "open" && due !== null ? { kind: "expect", on: due } : null;
}

/** The school whose answer the next step asks for. */
export function askedSchool(next: NextStep | null): string | undefined {
  return next?.kind === "act" && next.act.verb === "agree-school" ? next.act.school.id : undefined;
}

export type OtherStep = { act: Act; needs: readonly string[] };

/** What else this reader may do with the whole target, now or once something is there. */
export function otherSteps(target: Target, next: NextStep | null): OtherStep[] {
  const said = next?.kind === "act" ? next.act.verb : null;
  const verbs: readonly TargetMove[] = ["propose", "agree", "open", "revise", "close", "withdraw"];
  return verbs.flatMap((verb) => {
    if (verb === said) return [];
    const offered = target.allowed_moves.find(({ move }) => move === verb);
    // A word given already is no step that is still to come.
    if (!offered || offered.needs.includes("side_not_agreed")) return [];
    return [{ act: { verb }, needs: offered.needs }];
  });
}
