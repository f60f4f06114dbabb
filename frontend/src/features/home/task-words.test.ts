import { expect, test } from "vitest";
import type { TaskRead } from "@/api/gen/types.gen";
import { taskAddress, taskTitle, taskWhy } from "./task-words";

function task(values: Partial<TaskRead>): TaskRead {
  return {
    kind: "school_to_confirm",
    object_type: "agreement",
    id: "7",
    title: "Reading tutoring 2019–20",
    due_on: null,
    waiting_since_on: null,
    urgency: "later",
    school: { id: "1", name: "Alderbrook School" },
    partner: { id: "2", name: "Riverbend Learning" },
    rests: null,
    ...values,
  };
}

const title = "Books taken home";

test.each([
  ["partner_application", "Review the application of Books taken home"],
  ["agreement_to_start_review", "Start the review of “Books taken home”"],
  ["agreement_to_decide", "Decide on “Books taken home”"],
  ["agreement_for_board", "Put “Books taken home” before the board"],
  ["agreement_to_send", "Send “Books taken home” for signature"],
  ["agreement_ending", "Renew “Books taken home” or let it end"],
  ["agreement_to_review", "Review “Books taken home”"],
  ["agreement_to_sign_for_district", "Sign “Books taken home”"],
  ["agreement_to_sign_for_partner", "Sign “Books taken home”"],
  ["agreement_to_mend", "Change “Books taken home” and send it again"],
  ["school_to_confirm", "Say whether Alderbrook School works with Riverbend Learning"],
  ["assessment_to_approve", "Approve the needs of Alderbrook School"],
  ["assessment_to_publish", "Publish the needs of Alderbrook School"],
  ["assessment_to_continue", "Finish the needs of Alderbrook School"],
  ["need_without_program", "Find a program for “Books taken home”"],
  ["promise_of_school", "Arrange what Alderbrook School promised to Riverbend Learning"],
  ["promise_of_partner", "Deliver what you promised to Alderbrook School"],
  ["revisit_for_school", "Look again at “Books taken home”"],
  ["revisit_for_partner", "Look again at “Books taken home”"],
  ["revisit_for_district", "Look again at “Books taken home”"],
  ["target_for_school", "Answer the target “Books taken home”"],
  ["target_for_partner", "Agree to the target “Books taken home”"],
  ["result_to_verify", "Check the results of “Books taken home”"],
  ["result_due", "Enter results for “Books taken home”"],
  ["profile_to_complete", "Complete the profile of Books taken home"],
  ["files_filling", "Ask for more room for files: over 80% is used"],
  ["files_nearly_full", "Ask for more room for files: over 95% is used"],
  ["papers_to_review", "Review the papers of Books taken home"],
  ["checks_to_verify", "Verify background checks of Books taken home"],
  ["papers_to_mend", "Mend a paper that came back"],
  ["opening_to_answer", "Say whether other districts may join “Books taken home”"],
  ["opening_answered", "Read what Riverbend Learning answered about other districts and “Books taken home”"],
  ["papers_missing", "Hand in the papers that the district asks for"],
])("%s is told as a verb", (kind, words) => {
  expect(taskTitle(task({ kind, title }))).toBe(words);
});

test("a kind that is newer than this page still shows its title and opens its record", () => {
  expect(taskTitle(task({ kind: "brand_new", title }))).toBe(title);
  expect(taskAddress(task({ kind: "brand_new" }))).toBe("/agreements/7");
});

test("the reason says where, with whom and since when", () => {
  expect(taskWhy(task({ kind: "agreement_to_decide", waiting_since_on: "2020-01-13" }))).toBe(
    "Alderbrook School, Riverbend Learning. Waiting since Jan 13.",
  );
  expect(taskWhy(task({ kind: "promise_of_school", title: "Room 114", due_on: "2020-01-06" }))).toBe(
    "Room 114. Promised by January 6, 2020.",
  );
  expect(taskWhy(task({ kind: "opening_answered", school: null, waiting_since_on: "2020-01-13" }))).toBe(
    "Riverbend Learning. Answered on Jan 13.",
  );
});

test("a renewal whose programs rest in summer says until when it is settled and from when it is missed", () => {
  const rests = { ends_on: "2020-06-30", last_day_on: "2020-06-16", missed_from: "2020-09-08" };
  const why = (due_on: string, values: Partial<typeof rests> | Record<string, null> = {}) =>
    taskWhy(task({ kind: "agreement_ending", school: null, due_on, rests: { ...rests, ...values } }));
  const ends = "Riverbend Learning. It ends on June 30, 2020, and its programs do not run in summer.";
  expect(why("2020-06-16")).toBe(
    `${ends} School is in session through June 16, 2020: settle it by then. It is missed from September 8, 2020.`,
  );
  expect(why("2020-06-30")).toBe(`${ends} It is missed from September 8, 2020.`);
  expect(why("2020-06-30", { last_day_on: null, missed_from: null })).toBe(ends);
});

test("nobody is told the name of their own organization", () => {
  expect(taskWhy(task({ kind: "result_due", school: null, due_on: "2020-01-17" }), true)).toBe(
    "Due on Jan 17.",
  );
  expect(taskWhy(task({ kind: "profile_to_complete", object_type: "partner", school: null }))).toBe("");
});

test("a task opens where it is done, not where it is described", () => {
  expect(taskAddress(task({ kind: "files_filling", object_type: "storage" }))).toBe("/settings/files");
  expect(taskAddress(task({ kind: "partner_application", object_type: "partner" }))).toBe("/partners/queue");
  expect(taskAddress(task({ kind: "need_without_program", object_type: "need" }))).toBe("/needs/7/fits");
  expect(taskAddress(task({ kind: "result_due", object_type: "target" }))).toBe("/targets/7/enter");
  expect(taskAddress(task({ kind: "assessment_to_approve", object_type: "needs_assessment" }))).toBe(
    "/needs/assessments/7",
  );
});
