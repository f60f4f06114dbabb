import { describe, expect, test } from "vitest";
import { cellId, cellOf, forgetKept, pasteSheet, readGrid, readSheet, startOf } from "./entry";
import { alder, aResult, aSchool, aTarget, birch, hiddenFigure, share } from "./target.test.data";

const day = "2020-01-27";
const both = [alder.id, birch.id];
const target = aTarget();
const hours = aTarget({ unit: "hours", aggregation: "cumulative", baseline_numerator: null });

describe("what a row starts with", () => {
  test("the number of students of the last time, where the group is the same each time", () => {
    expect(startOf(target, alder.id, day)).toEqual({ denominator: "8" });
    expect(startOf(hours, alder.id, day)).toEqual({});
  });

  test("the day's own result, so that a change corrects it", () => {
    const recorded = aTarget({ results: [aResult(31, alder, { as_of_on: day, figure: share(5, 8) })] });
    expect(startOf(recorded, alder.id, day)).toEqual({ numerator: "5", denominator: "8" });
    expect(startOf(recorded, birch.id, day)).toEqual({ denominator: "9" });
  });

  test("nothing of a result that was turned down or that the reader may not see", () => {
    const rejected = aResult(31, alder, { as_of_on: day, figure: share(1, 3), status: "rejected" });
    expect(startOf(aTarget({ results: [rejected] }), alder.id, day)).toEqual({ denominator: "8" });
    const hidden = aTarget({
      schools: [aSchool(alder, { latest: hiddenFigure })],
      results: [aResult(31, alder, { as_of_on: day, figure: hiddenFigure })],
    });
    expect(startOf(hidden, alder.id, day)).toEqual({});
  });
});

describe("what is sent", () => {
  test("rows that somebody filled in, with what they started with; no others", () => {
    const read = readGrid(target, both, { [alder.id]: { numerator: " 7 " } }, day);
    expect(read).toEqual({
      rows: [{ school_id: alder.id, numerator: 7, denominator: 8 }],
      mistakes: [],
    });
  });

  test("a row typed into and emptied again is left alone", () => {
    expect(readGrid(target, both, { [alder.id]: { numerator: "" } }, day)).toEqual({
      rows: [],
      mistakes: [],
    });
  });

  test("a recorded result whose cell was emptied is a mistake, not silence", () => {
    const recorded = aTarget({ results: [aResult(31, alder, { as_of_on: day })] });
    const { mistakes } = readGrid(recorded, both, { [alder.id]: { numerator: "" } }, day);
    expect(mistakes).toEqual([{ school: alder.id, part: "numerator", kind: "missing" }]);
  });

  test("each cell's own mistake, and the good rows beside it", () => {
    const typed = { [alder.id]: { numerator: "six", denominator: "" }, [birch.id]: { numerator: "12" } };
    expect(readGrid(target, both, typed, day)).toEqual({
      rows: [],
      mistakes: [
        { school: alder.id, part: "numerator", kind: "whole" },
        { school: alder.id, part: "denominator", kind: "missing" },
        { school: birch.id, part: "numerator", kind: "exceeds" },
      ],
    });
  });

  test("an amount may have decimals, a dollar sign and commas; words are no number", () => {
    const money = aTarget({ unit: "currency", aggregation: "cumulative" });
    const read = readGrid(
      money,
      both,
      { [alder.id]: { value: "$1,250.50" }, [birch.id]: { value: "a lot" } },
      day,
    );
    expect(read.rows).toEqual([{ school_id: alder.id, value: 1250.5 }]);
    expect(read.mistakes).toEqual([{ school: birch.id, part: "value", kind: "number" }]);
  });

  test("a ratio may be larger than one", () => {
    const ratio = aTarget({ unit: "ratio" });
    const read = readGrid(ratio, both, { [alder.id]: { numerator: "24", denominator: "2" } }, day);
    expect(read).toEqual({ rows: [{ school_id: alder.id, numerator: 24, denominator: 2 }], mistakes: [] });
  });
});

describe("pasting from a spreadsheet", () => {
  const schools = [alder, birch];
  const parts = ["numerator", "denominator"] as const;
  const at = { school: alder.id, part: "numerator" } as const;

  test("a single value is the browser's own business", () => {
    expect(readSheet("7")).toBeNull();
    expect(readSheet("7\t8\r\n6\t9\r\n")).toEqual([
      ["7", "8"],
      ["6", "9"],
    ]);
  });

  test("numbers alone go down and across from where they are pasted", () => {
    const done = pasteSheet(
      [
        ["7", "8"],
        ["6", "9"],
      ],
      schools,
      parts,
      at,
      {},
    );
    expect(done.typed).toEqual({
      [alder.id]: { numerator: "7", denominator: "8" },
      [birch.id]: { numerator: "6", denominator: "9" },
    });
    expect(done).toMatchObject({ filled: 2, unknown: [] });
    const second = pasteSheet([["9"]], schools, parts, { school: birch.id, part: "denominator" }, {});
    expect(second.typed).toEqual({ [birch.id]: { denominator: "9" } });
  });

  test("rows with a name go to that school in any order; a heading is passed over, a stranger is told", () => {
    const sheet = [
      ["School", "Finished", "Students"],
      ["birchwell  school", "6", "9"],
      ["Elsewhere", "1", "2"],
      ["Alderbrook School", "7", "8"],
    ];
    expect(pasteSheet(sheet, schools, parts, at, {})).toEqual({
      typed: {
        [alder.id]: { numerator: "7", denominator: "8" },
        [birch.id]: { numerator: "6", denominator: "9" },
      },
      filled: 2,
      unknown: ["Elsewhere"],
    });
  });

  test("what runs past the last row is told, an empty cell leaves what was typed", () => {
    const typed = { [alder.id]: { numerator: "3" } };
    const sheet = [["", "8"], ["6"], ["5"]];
    expect(pasteSheet(sheet, schools, parts, at, typed)).toEqual({
      typed: { [alder.id]: { numerator: "3", denominator: "8" }, [birch.id]: { numerator: "6" } },
      filled: 2,
      unknown: ["5"],
    });
  });

  test("a column of text between the name and the numbers is passed over", () => {
    const done = pasteSheet([["Alderbrook School", "Grade 3", "7", "8"]], schools, parts, at, {});
    expect(done.typed).toEqual({ [alder.id]: { numerator: "7", denominator: "8" } });
  });
});

test("what was kept is forgotten, what was refused or doubted stays as typed", () => {
  const row = (school: string, outcome: "created" | "refused" | "needs_confirming" | "unchanged") => ({
    school_id: school,
    outcome,
    result_id: null,
    errors: [],
    warnings: [],
  });
  const typed = { [alder.id]: { numerator: "7" }, [birch.id]: { numerator: "1" }, other: { numerator: "2" } };
  expect(forgetKept(typed, [row(alder.id, "created"), row(birch.id, "needs_confirming")])).toEqual({
    [birch.id]: { numerator: "1" },
    other: { numerator: "2" },
  });
  expect(forgetKept(typed, [row(alder.id, "unchanged"), row(birch.id, "refused")])).toEqual({
    [birch.id]: { numerator: "1" },
    other: { numerator: "2" },
  });
});

test("a fault of the server is said at its cell, or at the row's first", () => {
  expect(cellOf(target, "/rows/3/denominator", alder.id)).toBe(cellId("denominator", alder.id));
  expect(cellOf(target, "/rows/3/school_id", alder.id)).toBe(cellId("numerator", alder.id));
  expect(cellOf(hours, "/rows/0/numerator", alder.id)).toBe(cellId("value", alder.id));
});
