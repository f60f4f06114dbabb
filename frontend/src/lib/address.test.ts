import { expect, test } from "vitest";
import { addressOf } from "./address";

test.each([
  ["agreement", "/agreements/7"],
  ["need", "/needs/7"],
  ["needs_assessment", "/needs/assessments/7"],
  ["paper", "/papers/7"],
  ["partner", "/partners/7"],
  ["partnership", "/partnerships/7"],
  ["school", "/schools/7"],
  ["site_plan", "/site-plans/7"],
  ["spreadsheet", "/import/7"],
  ["storage", "/settings/files"],
  ["target", "/targets/7"],
])("a record of the kind %s is shown at %s", (kind, address) => {
  expect(addressOf(kind, "7")).toBe(address);
});

test("what has no page leads home", () => {
  expect(addressOf("log", "7")).toBe("/");
});
