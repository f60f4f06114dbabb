/**
 * The one next step for this reader, from what the server offers. Which steps exist, who may take them and what is
 * missing are the server's; here only their order is decided, so that one stands out and the rest are named below.
 */
import type { Blocker, Partnership } from "./api";
import { verbs, type Verb } from "./verbs";

/** The steps that lead on; from each stage there is at most one. */
const onward: readonly Verb[] = ["plan", "ready", "activate", "resume"];
const over: ReadonlySet<string> = new Set<Partnership["stage"]>(["ended", "not_a_fit"]);

export type NextStep =
  | { kind: "act"; verb: Verb; refusal?: Verb }
  | { kind: "draft" }
  /** What is missing is this reader's to give, on the agreement's own page. */
  | { kind: "give"; blocker: Blocker; agreementId: string }
  | { kind: "wait"; blocker: Blocker };

export type OtherStep = { verb: Verb; needs: readonly string[] };

function offered(partnership: Partnership): OtherStep[] {
  return verbs.flatMap((verb) => {
    const move = partnership.allowed_moves.find((each) => each.move === verb);
    return move ? [{ verb, needs: move.needs }] : [];
  });
}

/** Whether no agreement lets the program work and none is under way: what is there has run out or ended. */
function lacksAgreement({ agreements, clearance }: Partnership): boolean {
  const gone = new Set(["expired", "terminated", "rejected", "withdrawn", "superseded"]);
  return (
    clearance.blockers.some(({ code }) => code === "no_agreement_in_force") &&
    agreements.every(({ status }) => gone.has(status))
  );
}

/** The agreement under way, where a blocker is answered. */
function openAgreement({ agreements }: Partnership): string | undefined {
  const gone = new Set(["expired", "terminated", "rejected", "withdrawn", "superseded"]);
  return agreements.find(({ status }) => !gone.has(status))?.id;
}

export function nextStep(partnership: Partnership, me: string | undefined): NextStep | null {
  if (over.has(partnership.stage)) return null;
  const moves = offered(partnership);
  const forward = moves.find(({ verb, needs }) => onward.includes(verb) && needs.length === 0);
  const { blockers } = partnership.clearance;
  const mine = blockers.filter(({ who }) => me !== undefined && who.names.includes(me));
  // A first conversation comes before papers; once it is planned, the papers come first.
  if (forward?.verb === "plan") {
    const unfit = moves.some(({ verb }) => verb === "not-a-fit");
    return { kind: "act", verb: "plan", ...(unfit && { refusal: "not-a-fit" as const }) };
  }
  if (lacksAgreement(partnership) && mine.some(({ code }) => code === "no_agreement_in_force"))
    return { kind: "draft" };
  const agreementId = openAgreement(partnership);
  const give = agreementId ? mine.find(({ code }) => byAgreement.has(code)) : undefined;
  if (give && agreementId) return { kind: "give", blocker: give, agreementId };
  if (forward) return { kind: "act", verb: forward.verb };
  const [blocker] = blockers;
  return blocker ? { kind: "wait", blocker } : null;
}

const byAgreement = new Set(["no_agreement_in_force", "school_not_confirmed"]);

/** What else this reader may do, now or once something is there, without what the next step says already. */
export function otherSteps(partnership: Partnership, next: NextStep | null): OtherStep[] {
  const said = next?.kind === "act" ? [next.verb, next.refusal] : [];
  return offered(partnership).filter(({ verb }) => !said.includes(verb));
}
