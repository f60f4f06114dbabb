import { expect, test } from "vitest";
import type { PartnershipItem } from "@/api/gen/types.gen";
import { zPartnershipItem } from "@/api/gen/zod.gen";
import { aReason } from "@/testing/said";
import { callsFinding, callsOf } from "./calls";
import { id } from "./partnership.test.data";

type Blocker = PartnershipItem["clearance"]["blockers"][number];

const blocker = (party: Blocker["who"]["party"], words: string): Blocker => ({
  code: "paper_missing",
  words,
  said: aReason(words),
  who: { party, roles: [] },
  due_on: null,
  about: null,
});

const dana = { id: id(51), name: "Dana Fitch", phone: "+13125550110", email: null };
const victor = { id: null, name: "Victor Reyes", phone: "+13125550177", email: null };
const denise = { id: id(53), name: "Denise Okafor", phone: null, email: null };
const marisol = { id: id(52), name: "Marisol Vega", phone: null, email: null };

function item(number: number, school: number, blockers: Blocker[], values: Partial<PartnershipItem> = {}) {
  const whole: PartnershipItem = {
    id: id(number),
    version: 1,
    partner: { id: id(2), name: "North Branch Mentors", status: "approved" },
    program: { id: id(3), name: "Mentoring", areas: [], times_of_day: [], weekdays: [], grades: [] },
    school: { id: id(school), name: `School ${school}` },
    stage: "active",
    kind: "specialized",
    is_lead_partner: false,
    schedule: null,
    place: null,
    coordinator: marisol,
    partner_lead: dana,
    principal: null,
    signatory: null,
    needs: [],
    effective_on: "2020-09-01",
    is_at_work: true,
    clearance: {
      cleared: false,
      cleared_through: null,
      blockers,
      papers_due: [],
      runs: { standing: "runs", words: null, said: null, from_on: null },
      student_data: { needed: false, allowed: false, through_on: null, blockers: [] },
    },
    updated_at: "2020-01-27T15:00:00Z",
    ...values,
  };
  zPartnershipItem.parse(whole);
  return whole;
}

const paper = blocker("partner", "General liability insurance ran out on June 30, 2020.");
const principal = blocker("school", "The principal has not confirmed the school yet.");
const review = blocker("district", "The agreement is in review.");

test("a person is called once for everything they can mend, whoever has most of it first", () => {
  const { people, district } = callsOf([
    item(11, 21, [principal]),
    item(12, 22, [paper, review]),
    item(13, 23, [paper]),
  ]);
  expect(people.map(({ person, cases }) => [person?.name, cases.length])).toEqual([
    ["Dana Fitch", 2],
    ["Marisol Vega", 1],
  ]);
  expect(people[0]?.cases[0]?.blockers).toEqual([paper]);
  expect(district.map(({ partnership }) => partnership.id)).toEqual([id(12)]);
});

test("a coordinator of two schools is one call; where nobody is named no call is counted", () => {
  const nobody = { partner_lead: null };
  const { people, unnamed } = callsOf([
    item(11, 21, [principal]),
    item(12, 22, [principal]),
    item(13, 23, [paper], nobody),
  ]);
  expect(people.map(({ organizations }) => organizations)).toEqual([["School 21", "School 22"]]);
  expect(unnamed.map(({ partnership }) => partnership.id)).toEqual([id(13)]);
});

test("a missing word is the principal’s to be called about, a signature the signatory’s, all else the one who is named", () => {
  const word = { ...principal, code: "school_not_confirmed" };
  const draft = { ...blocker("school", "The agreement is a draft."), code: "no_agreement_in_force" };
  const signature: Blocker = {
    ...blocker("partner", "The agreement waits for the partner's signature."),
    who: { party: "partner", roles: ["partner_signatory"] },
  };
  const all = [word, draft, signature, paper];
  const called = (values: Partial<PartnershipItem>) =>
    callsOf([item(11, 21, all, values)]).people.map(({ person, cases }) => [
      person.name,
      cases.flatMap(({ blockers }) => blockers.map(({ words }) => words)),
    ]);
  expect(called({ principal: denise, signatory: victor })).toEqual([
    ["Dana Fitch", [paper.words]],
    ["Denise Okafor", [word.words]],
    ["Marisol Vega", [draft.words]],
    ["Victor Reyes", [signature.words]],
  ]);
  expect(called({})).toEqual([
    ["Dana Fitch", [signature.words, paper.words]],
    ["Marisol Vega", [word.words, draft.words]],
  ]);
  expect(called({ principal: denise, coordinator: null }).map(([name]) => name)).toEqual([
    "Dana Fitch",
    "Denise Okafor",
  ]);
});

test("the finding counts partners, schools and calls, in the tense of its day", () => {
  const items = [item(11, 21, [principal]), item(12, 22, [paper])];
  const calls = callsOf(items);
  expect(callsFinding(items, calls, "2020-09-01", "2020-01-27")).toBe(
    "On Sep 1, 2020, 1 partner at 2 schools will not be cleared. Call 2 people.",
  );
  expect(callsFinding(items, calls, "2020-01-27", "2020-01-27")).toBe(
    "1 partner at 2 schools may not work today. Call 2 people.",
  );
  expect(callsFinding(items, calls, "2020-01-06", "2020-01-27")).toBe(
    "Not cleared on Jan 6, 2020: 1 partner at 2 schools",
  );
  expect(callsFinding([], callsOf([]), "2020-01-27", "2020-01-27")).toBe(
    "Every program at work is cleared today",
  );
});
