import { expect, test } from "vitest";
import { compact, day, flag, manyOf, oneOf, sort, text, whole, writeSort } from "./url-state";

test("words are trimmed, shortened, and nothing when empty", () => {
  expect(text({ q: "  chess " }, "q")).toBe("chess");
  expect(text({ q: 12 }, "q")).toBe("12");
  expect(text({ q: "x".repeat(9) }, "q", 3)).toBe("xxx");
  expect(text({ q: "  " }, "q")).toBeUndefined();
  expect(text({ q: ["a"] }, "q")).toBeUndefined();
});

test("only known choices are taken", () => {
  expect(oneOf({ level: "high" }, "level", ["high", "middle"])).toBe("high");
  expect(oneOf({ level: "other" }, "level", ["high", "middle"])).toBeUndefined();
  expect(manyOf({ level: "high,other" }, "level", ["middle", "high"])).toEqual(["high"]);
  expect(manyOf({ level: ["high", "middle"] }, "level", ["middle", "high"])).toEqual(["middle", "high"]);
  expect(manyOf({ level: "other" }, "level", ["middle"])).toBeUndefined();
  expect(manyOf({}, "level", ["middle"])).toBeUndefined();
});

test("a flag is on or absent", () => {
  for (const on of [true, "true", 1, "1", ""]) expect(flag({ gaps: on }, "gaps")).toBe(true);
  for (const off of [false, "no", 0, undefined]) expect(flag({ gaps: off }, "gaps")).toBeUndefined();
});

test("whole numbers stay within their bounds", () => {
  expect(whole({ n: 5 }, "n", 1, 10)).toBe(5);
  expect(whole({ n: "7" }, "n", 1, 10)).toBe(7);
  for (const wrong of [0, 11, 2.5, "x", "", null]) expect(whole({ n: wrong }, "n", 1, 10)).toBeUndefined();
});

test("a day must exist", () => {
  expect(day({ on: "2020-02-29" }, "on")).toBe("2020-02-29");
  for (const wrong of ["2020-02-30", "2020-13-01", "01/27/2020", 20200127])
    expect(day({ on: wrong }, "on")).toBeUndefined();
});

test("an order is one of the offered keys, in either direction, and writes back as it was read", () => {
  expect(sort({ sort: "-name" }, ["name", "ends"])).toEqual({ key: "name", descending: true });
  expect(sort({ sort: "ends" }, ["name", "ends"])).toEqual({ key: "ends", descending: false });
  expect(sort({ sort: "price" }, ["name"])).toBeUndefined();
  expect(sort({ sort: 4 }, ["name"])).toBeUndefined();
  expect(writeSort({ key: "name", descending: true })).toBe("-name");
  expect(writeSort({ key: "name", descending: false })).toBe("name");
});

test("an address leaves out what says nothing", () => {
  expect(compact({ q: "", level: undefined, sort: "name", gaps: true })).toEqual({
    sort: "name",
    gaps: true,
  });
});
