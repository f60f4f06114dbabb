import { expect, test } from "vitest";
import { addressOf } from "./address";

test("each kind of record has its page", () => {
  expect(addressOf("needs_assessment", "7")).toBe("/needs/assessments/7");
  expect(addressOf("agreement", "7")).toBe("/agreements/7");
});

test("what has no page leads home", () => {
  expect(addressOf("log", "7")).toBe("/");
});
