import { expect, test } from "vitest";
import { actWords } from "./act-words";
import { alder, aSchool, anAgreement, birch } from "./agreement.test.data";
import { nextStep, otherSteps } from "./next-step";

const move = (verb: string, ...needs: string[]) => ({ move: verb, needs });
const blocker = (code: string, isNow: boolean, names: string[] = []) => ({
  code,
  words: code,
  who: { party: "district" as const, roles: ["partnership_office"], names },
  is_now: isNow,
  school: null,
  due_on: null,
});

test("a principal is asked for her own school first, and may refuse in the same breath", () => {
  const agreement = anAgreement({
    schools: [aSchool(birch, "pending"), aSchool(alder, "pending", ["confirm", "decline"])],
  });
  expect(nextStep(agreement)).toEqual({
    kind: "act",
    act: { verb: "confirm", school: alder },
    refusal: { verb: "decline", school: alder },
  });
});

test("a school that is confirmed is no step to take, but may still be declined", () => {
  const agreement = anAgreement({ schools: [aSchool(alder, "confirmed", ["decline"])] });
  const next = nextStep(agreement);
  expect(next).toBeNull();
  expect(otherSteps(agreement, next)).toEqual([{ act: { verb: "decline", school: alder }, needs: [] }]);
});

test("a step that lacks something is not the next one; who acts first is named instead", () => {
  const waiting = blocker("school_pending", true, ["Denise Okafor"]);
  const agreement = anAgreement({
    allowed_moves: [move("request-changes"), move("approve", "schools_answered")],
    blockers: [blocker("not_approved", false), waiting],
  });
  const next = nextStep(agreement);
  expect(next).toEqual({ kind: "wait", blocker: waiting });
  expect(otherSteps(agreement, next)).toEqual([
    { act: { verb: "request-changes" }, needs: [] },
    { act: { verb: "approve" }, needs: ["schools_answered"] },
  ]);
});

test("approval is one button with its refusing way, and neither is said twice", () => {
  const agreement = anAgreement({
    allowed_moves: [move("request-changes"), move("approve"), move("reject")],
  });
  const next = nextStep(agreement);
  expect(next).toEqual({ kind: "act", act: { verb: "approve" }, refusal: { verb: "request-changes" } });
  expect(otherSteps(agreement, next)).toEqual([{ act: { verb: "reject" }, needs: [] }]);
});

test("a reviewer gives a word on the step that is theirs", () => {
  const agreement = anAgreement({
    review_steps: [
      { step: "legal", decision: "approved", is_due: false, is_yours: false },
      { step: "risk", decision: "pending", is_due: true, is_yours: true },
    ],
    allowed_moves: [move("request-changes")],
  });
  expect(nextStep(agreement)).toEqual({
    kind: "act",
    act: { verb: "review", step: "risk" },
    refusal: { verb: "request-changes" },
  });
});

test.each([
  ["a draft that lacks something is finished", "draft", move("submit", "programs"), false, "edit"],
  ["a whole draft is sent", "draft", move("submit"), false, "act"],
  [
    "what was sent back is changed before it is sent again",
    "changes_requested",
    move("submit"),
    false,
    "edit",
  ],
  ["once changed, it is sent again", "changes_requested", move("submit"), true, "act"],
] as const)("%s", (_what, status, submit, isChanged, kind) => {
  const since = "2020-01-20T10:00:00Z";
  const agreement = anAgreement({
    status,
    effective_status: status,
    status_since: since,
    updated_at: isChanged ? "2020-01-21T09:00:00Z" : since,
    can_edit: true,
    allowed_moves: [submit],
  });
  expect(nextStep(agreement)?.kind).toBe(kind);
});

test("renewing comes up when the end is near, not before", () => {
  const of = (opens: string) =>
    anAgreement({
      status: "executed",
      effective_status: "active",
      renewal_opens_on: opens,
      follow_ups: [{ kind: "renewal", needs: [], without: [], asks_reason: false, warnings: [] }],
    });
  const far = of("2020-01-28");
  const near = of("2020-01-27");
  expect(nextStep(far)).toBeNull();
  expect(otherSteps(far, null)).toEqual([{ act: { verb: "renew" }, needs: [] }]);
  expect(nextStep(near)).toEqual({ kind: "act", act: { verb: "renew" } });
});

test("what both sides let end is renewed with a reason", () => {
  const of = (asks_reason: boolean) =>
    anAgreement({
      follow_ups: [{ kind: "renewal", needs: [], without: [], asks_reason, warnings: [] }],
    });
  expect(actWords({ verb: "renew" }, of(true)).asks?.label).toBe("Why does it go on?");
  expect(actWords({ verb: "renew" }, of(false)).asks).toBeUndefined();
});

test("what this page does not know is not offered", () => {
  const agreement = anAgreement({ allowed_moves: [move("supersede")] });
  expect(nextStep(agreement)).toBeNull();
  expect(otherSteps(agreement, null)).toEqual([]);
});
