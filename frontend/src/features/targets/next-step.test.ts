import { expect, test } from "vitest";
import { askedSchool, nextStep, otherSteps } from "./next-step";
import { alder, aResult, aSchool, aTarget, birch } from "./target.test.data";

const today = "2020-01-27";
const move = (verb: string, ...needs: string[]) => ({ move: verb, needs });
const asked = { word: "pending", by: null, on: null } as const;

test("a principal answers for her own school first, and may refuse in the same breath", () => {
  const target = aTarget({
    status: "proposed",
    schools: [
      aSchool(birch, asked),
      aSchool(alder, { ...asked, allowed_moves: [move("agree"), move("opt-out")] }),
    ],
    schools_agreed: 0,
    allowed_moves: [move("withdraw")],
  });
  const next = nextStep(target, today);
  expect(next).toEqual({
    kind: "act",
    act: { verb: "agree-school", school: alder },
    refusal: { verb: "opt-out", school: alder },
  });
  expect(askedSchool(next)).toBe(alder.id);
  expect(askedSchool(nextStep(aTarget(), today))).toBeUndefined();
});

test("who gave the other side's word is not asked again", () => {
  const target = aTarget({
    status: "proposed",
    schools: [aSchool(alder, { ...asked, allowed_moves: [move("agree", "one_side_each")] })],
    school_count: 1,
    schools_agreed: 0,
  });
  expect(nextStep(target, today)).toEqual({
    kind: "wait",
    for: "schools",
    schools: [alder.name],
    unnamed: 0,
  });
});

test("a draft is proposed once it is complete, and finished before", () => {
  const complete = aTarget({
    status: "draft",
    may_edit: true,
    allowed_moves: [move("propose"), move("withdraw")],
  });
  expect(nextStep(complete, today)).toEqual({ kind: "act", act: { verb: "propose" } });
  const gap = aTarget({ status: "draft", may_edit: true, allowed_moves: [move("propose", "definition")] });
  const next = nextStep(gap, today);
  expect(next).toEqual({ kind: "edit" });
  expect(otherSteps(gap, next)).toEqual([{ act: { verb: "propose" }, needs: ["definition"] }]);
});

test("both sides agreed: it is opened, by whoever may", () => {
  const target = aTarget({ status: "agreed", allowed_moves: [move("open"), move("revise")] });
  const next = nextStep(target, today);
  expect(next).toEqual({ kind: "act", act: { verb: "open" } });
  expect(otherSteps(target, next)).toEqual([{ act: { verb: "revise" }, needs: [] }]);
  expect(nextStep(aTarget({ status: "agreed" }), today)).toMatchObject({ kind: "wait", for: "sides" });
});

test("results that wait for this reader come before adding more", () => {
  const waiting = aResult(31, alder, {
    status: "submitted",
    allowed_moves: [move("verify"), move("reject")],
  });
  const own = aResult(32, birch, { status: "submitted", allowed_moves: [move("verify", "entered_by_you")] });
  const schools = [aSchool(alder, { may_enter: true })];
  expect(nextStep(aTarget({ schools, results: [own, waiting] }), today)).toEqual({
    kind: "check",
    results: [waiting],
  });
  expect(nextStep(aTarget({ schools, results: [own] }), today)).toEqual({ kind: "enter", schools });
});

test("nothing is entered before the period begins; a reader who enters nothing sees when it is due", () => {
  const schools = [aSchool(alder, { may_enter: true })];
  const later = aTarget({ schools, period_starts_on: "2020-02-03" });
  expect(nextStep(later, today)).toEqual({ kind: "begin", on: "2020-02-03" });
  expect(nextStep(aTarget(), today)).toEqual({ kind: "expect", on: "2020-03-09" });
});

test("a proposal waits for the partner once a school agreed, else for the schools, unseen ones counted", () => {
  const pending = { word: "pending", by: null, on: null } as const;
  const schools = [aSchool(alder, asked)];
  const base = { status: "proposed", schools, school_count: 12 } as const;
  expect(nextStep(aTarget({ ...base, schools_agreed: 1, partner_word: pending }), today)).toMatchObject({
    kind: "wait",
    for: "partner",
  });
  expect(nextStep(aTarget({ ...base, schools_agreed: 2, schools_opted_out: 1 }), today)).toEqual({
    kind: "wait",
    for: "schools",
    schools: [alder.name],
    unnamed: 8,
  });
});

test("a word given already is no step still to come; closing too early says why", () => {
  const target = aTarget({ allowed_moves: [move("agree", "side_not_agreed"), move("close", "period_over")] });
  expect(otherSteps(target, null)).toEqual([{ act: { verb: "close" }, needs: ["period_over"] }]);
});
