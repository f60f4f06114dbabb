import { expect, test } from "vitest";
import { anItem, progressOf } from "./target.test.data";
import { groupOf } from "./targets-table";

const open = (values: Parameters<typeof progressOf>[0]) =>
  anItem({ status: "open", progress: progressOf(values) });

test("a target whose next result is late stands with those that ask for something, however it is rated", () => {
  const due = { result_due_on: "2020-01-17", data_overdue: false };
  for (const rating of ["on_track", "no_data"] as const) {
    expect(groupOf(open({ ...due, rating }), "2020-01-17")).toBe("going");
    expect(groupOf(open({ ...due, rating }), "2020-01-18")).toBe("behind");
  }
  expect(groupOf(open({ rating: "on_track", result_due_on: null, data_overdue: true }), "2020-01-18")).toBe(
    "behind",
  );
  expect(groupOf(open({ rating: "on_track", result_due_on: null }), "2020-01-18")).toBe("going");
});

test("a target that waits for somebody's word, or is over, is never late", () => {
  const late = progressOf({ result_due_on: "2020-01-17" });
  expect(groupOf(anItem({ status: "proposed", progress: late }), "2020-01-27")).toBe("answer");
  expect(groupOf(anItem({ status: "closed", progress: late }), "2020-01-27")).toBe("over");
});
