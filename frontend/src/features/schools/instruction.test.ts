import { expect, test } from "vitest";
import type { RunsRead } from "@/api/gen/types.gen";
import { aReason } from "@/testing/said";
import {
  dayProblem,
  lastProblem,
  reconcile,
  toBody,
  valuesOf,
  type InstructionValues,
} from "./instruction-draft";
import { rests, restWords, unknownWords } from "./season-words";

const bare = { first_day_on: null, last_day_on: null };
const next = { label: "2020-2021", starts_on: "2020-07-01", ends_on: "2021-06-30", ...bare };
const own = {
  label: "2019-2020",
  starts_on: "2019-07-01",
  ends_on: "2020-06-30",
  first_day_on: "2019-09-03",
  last_day_on: "2020-06-16",
};
const old = { ...own, label: "2018-2019", starts_on: "2018-07-01", ends_on: "2019-06-30", ...bare };
const days = { version: 2, can_edit: true, years: [next, own, old] };
const today = "2020-01-27";

const entered = (first: string, last: string, after: [string, string] = ["", ""]): InstructionValues => ({
  years: [
    { label: "2019-2020", first_day_on: first, last_day_on: last },
    { label: "2020-2021", first_day_on: after[0], last_day_on: after[1] },
  ],
});

test("this year and the next are asked for, in that order, and empty days are sent as none", () => {
  const values = valuesOf(days, today);
  expect(values).toEqual(entered("2019-09-03", "2020-06-16"));
  expect(toBody(values).years).toEqual([
    { label: "2019-2020", first_day_on: "2019-09-03", last_day_on: "2020-06-16" },
    { label: "2020-2021", first_day_on: null, last_day_on: null },
  ]);
});

test("two people who set different years need not be asked; of the same year the later one chooses", () => {
  const before = valuesOf(days, today);
  const mine = entered("2019-09-03", "2020-06-12");
  const theirs = entered("2019-09-03", "2020-06-16", ["2020-09-08", "2021-06-22"]);
  expect(reconcile(before, mine, theirs)).toEqual({
    values: entered("2019-09-03", "2020-06-12", ["2020-09-08", "2021-06-22"]),
    disputed: [],
  });
  const other = entered("2019-09-03", "2020-06-19");
  expect(reconcile(before, mine, other)).toEqual({ values: mine, disputed: ["2019-2020"] });
});

test("a day lies in its school year, and both days are entered or neither", () => {
  expect(dayProblem("2019-09-03", own)).toBe(true);
  expect(dayProblem("2020-07-01", own)).toBe("Enter a day from Jul 1, 2019 to Jun 30, 2020");
  expect(dayProblem("2019-13-01", own)).toBe("Enter a month, a day and a year");
  expect(lastProblem("", "", own)).toBe(true);
  expect(lastProblem("", "2019-09-03", own)).toBe("Enter the last day too, or neither");
  expect(lastProblem("2020-06-16", "", own)).toBe("Enter the first day too, or neither");
  expect(lastProblem("2019-09-02", "2019-09-03", own)).toBe("Enter a day after the first day");
});

const runs = (
  standing: RunsRead["standing"],
  from_on: string | null = null,
  words: string | null = null,
) => ({
  standing,
  words,
  said: words === null ? null : aReason(words, "days_not_known"),
  from_on,
});

test("what rests says from when it runs again, and what is not known says that", () => {
  expect(restWords(runs("not_in_summer", "2020-09-08"))).toBe(
    "Does not run in summer; school begins on September 8, 2020.",
  );
  expect(restWords(runs("not_in_summer"))).toBe("Does not run in summer.");
  expect(restWords(runs("only_in_summer", "2020-06-17"))).toBe("Runs in summer only, from June 17, 2020.");
  expect(restWords(runs("runs"))).toBeNull();
  const unknown = runs("unknown", null, "It is not known whether school is in session on this day.");
  expect([rests(unknown), restWords(unknown)]).toEqual([false, null]);
  expect(unknownWords(unknown)).toContain("Whether school is in session on this day is not known");
  expect(unknownWords(runs("unknown"))).toBeNull();
});
