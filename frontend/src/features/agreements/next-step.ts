/**
 * The one next step for this reader, from what the server offers. Which steps exist and who may take them is the
 * server's; here only their order is decided, so that one stands out and the rest are named below.
 */
import type { Agreement, ReviewStep, SchoolAnswer } from "./api";
import type { Blocker } from "./needs";

const verbs = [
  "submit",
  "start-review",
  "request-changes",
  "approve",
  "reject",
  "send-for-signature",
  "sign",
  "recall",
  "suspend",
  "reinstate",
  "terminate",
  "withdraw",
] as const;
type Verb = (typeof verbs)[number];

export type Act =
  | { verb: Verb }
  | { verb: "confirm" | "decline"; school: SchoolAnswer["school"] }
  | { verb: "review"; step: ReviewStep }
  | { verb: "renew" | "amend" | "replace" };

export type NextStep =
  | { kind: "act"; act: Act; refusal?: Act }
  | { kind: "edit"; missing: readonly string[] }
  | { kind: "wait"; blocker: Blocker };

/** The step that leads on, wherever the agreement stands. */
const onward: readonly Verb[] = [
  "sign",
  "submit",
  "start-review",
  "approve",
  "send-for-signature",
  "reinstate",
];
const refusals: Readonly<Partial<Record<Verb, Verb>>> = { approve: "request-changes" };

function offers(moves: Agreement["allowed_moves"], verb: string): boolean {
  return moves.some((each) => each.move === verb && each.needs.length === 0);
}

export function nextStep(agreement: Agreement): NextStep | null {
  const mine = agreement.schools.find(
    (each) => each.confirmation === "pending" && offers(each.allowed_moves, "confirm"),
  );
  if (mine) {
    const { school } = mine;
    return { kind: "act", act: { verb: "confirm", school }, refusal: { verb: "decline", school } };
  }
  const step = agreement.review_steps.find((each) => each.is_yours);
  if (step) {
    return {
      kind: "act",
      act: { verb: "review", step: step.step },
      ...(offers(agreement.allowed_moves, "request-changes") && { refusal: { verb: "request-changes" } }),
    };
  }
  const edit = toEdit(agreement);
  if (edit) return edit;
  const verb = onward.find((each) => offers(agreement.allowed_moves, each));
  if (verb) {
    const back = refusals[verb];
    const refusal: Act | undefined =
      back && offers(agreement.allowed_moves, back) ? { verb: back } : undefined;
    return { kind: "act", act: { verb }, ...(refusal && { refusal }) };
  }
  const renewal = agreement.follow_ups.find((each) => each.kind === "renewal" && each.needs.length === 0);
  const opens = agreement.renewal_opens_on;
  const ending = opens !== null && opens <= agreement.as_of;
  if (renewal && ending) return { kind: "act", act: { verb: "renew" } };
  const blocker = agreement.blockers.find((each) => each.is_now) ?? agreement.blockers[0];
  return blocker ? { kind: "wait", blocker } : null;
}

/** The text itself comes first: while something is missing in it, or since changes were asked for and none were made. */
function toEdit(agreement: Agreement): NextStep | null {
  if (!agreement.can_edit) return null;
  const submit = agreement.allowed_moves.find((each) => each.move === "submit");
  const untouched =
    agreement.status === "changes_requested" && agreement.updated_at <= agreement.status_since;
  const missing = submit?.needs ?? [];
  return untouched || missing.length > 0 ? { kind: "edit", missing } : null;
}

function same(one: Act, other: Act): boolean {
  return (
    one.verb === other.verb &&
    (!("school" in one) || ("school" in other && one.school.id === other.school.id)) &&
    (!("step" in one) || ("step" in other && one.step === other.step))
  );
}

const follows = { renewal: "renew", amendment: "amend", replacement: "replace" } as const;

export type OtherStep = { act: Act; needs: readonly string[] };

/** The moves from one state to another that this reader is offered, now or once something is there. */
export function movesOf(agreement: Agreement): OtherStep[] {
  return verbs.flatMap((verb): OtherStep[] => {
    const offered = agreement.allowed_moves.find((each) => each.move === verb);
    return offered ? [{ act: { verb }, needs: offered.needs }] : [];
  });
}

/** What else this reader may do, now or once something is there, without what the next step says already. */
export function otherSteps(agreement: Agreement, next: NextStep | null): OtherStep[] {
  const moves = movesOf(agreement);
  const schools = agreement.schools.flatMap(({ school, allowed_moves }) =>
    allowed_moves.flatMap(({ move, needs }): OtherStep[] =>
      (move === "confirm" || move === "decline") && needs.length === 0
        ? [{ act: { verb: move, school }, needs }]
        : [],
    ),
  );
  const reviews = agreement.review_steps.flatMap(({ step, is_yours }): OtherStep[] =>
    is_yours ? [{ act: { verb: "review", step }, needs: [] }] : [],
  );
  const follow = agreement.follow_ups.map(({ kind, needs }): OtherStep => ({
    act: { verb: follows[kind] },
    needs,
  }));
  const said = next?.kind === "act" ? [next.act, ...(next.refusal ? [next.refusal] : [])] : [];
  return [...moves, ...reviews, ...schools, ...follow].filter(
    ({ act }) => !said.some((each) => same(each, act)),
  );
}
