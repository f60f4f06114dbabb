import { i18n } from "@lingui/core";
import { expect, test } from "vitest";
import {
  formatChange,
  formatCount,
  formatMoney,
  formatNumber,
  formatOf,
  formatPercent,
  parseMoney,
} from "./numbers";

test("counts have separators and no decimals", () => {
  expect(formatCount(12345.6)).toBe("12,346");
});

test("numbers lose decimals that say nothing; percentages keep theirs in a column", () => {
  expect(formatNumber(93)).toBe("93");
  expect(formatNumber(93.25)).toBe("93.3");
  expect(formatPercent(93)).toBe("93.0%");
  expect(formatPercent(73.96, 0)).toBe("74%");
});

test("a number comes with its whole", () => {
  expect(formatOf(71, 96)).toBe("71 of 96");
});

test.each([
  [2.5, "up 2.5"],
  [-3, "down 3"],
  [0, "unchanged"],
  [0.04, "unchanged"],
  [-0.04, "unchanged"],
])("a change of %s reads “%s”", (change, words) => {
  expect(formatChange(change)).toBe(words);
});

test.each([
  ["1250.00", "$1,250"],
  ["1250.50", "$1,250.50"],
  ["0.00", "$0"],
])("the amount %s reads %s", (amount, words) => {
  expect(formatMoney(amount)).toBe(words);
});

test.each([
  ["$1,250.5", "1250.50"],
  ["1250", "1250.00"],
  [" 007.25 ", "7.25"],
  ["1.005", null],
  ["-3", null],
  ["", null],
  ["1e3", null],
])("typed %j becomes %j on the wire", (typed, wire) => {
  expect(parseMoney(typed)).toBe(wire);
});

test("Spanish uses its own words", () => {
  i18n.load("es", {});
  i18n.activate("es");
  expect(formatCount(12345)).toBe("12,345");
});
