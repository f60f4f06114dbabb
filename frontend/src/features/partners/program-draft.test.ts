import { expect, test } from "vitest";
import type { ProgramRead } from "@/api/gen/types.gen";
import { changesOfProgram, newProgram, readProgram, writeProgram } from "./program-draft";

const told: ProgramRead = {
  id: "01a2017c-607f-768a-ad7a-8c94f939f7e9",
  version: 1,
  partner: { id: "01a2017c-607f-768a-ad7a-8c94f939f7e8", name: "Riverbend Learning", status: "approved" },
  name: "Choir",
  description: null,
  areas: [],
  delivery: null,
  supervision: "alone",
  times_of_day: [],
  weekdays: [],
  grades: [],
  populations: [],
  languages: [],
  capacity_students: null,
  cost_to_school: null,
  est_value: "1250.50",
  outcomes: ["attendance"],
  logic_model_url: "https://example.org/model",
  evaluation_url: null,
  evidence_tier: "3",
  status: "draft",
  can_edit: true,
  allowed_moves: [],
  updated_at: "2020-01-27T15:00:00Z",
};

test("what shows that a program works is read and sent as it is", () => {
  const { est_value, outcomes, logic_model_url, evaluation_url, evidence_tier } = writeProgram(
    readProgram(told),
  );
  expect({ est_value, outcomes, logic_model_url, evaluation_url, evidence_tier }).toEqual({
    est_value: "1250.50",
    outcomes: ["attendance"],
    logic_model_url: "https://example.org/model",
    evaluation_url: null,
    evidence_tier: "3",
  });
});

test("who says nothing of it sends that it is not known", () => {
  const sent = writeProgram({ ...newProgram, name: "Choir" });
  expect([sent.est_value, sent.evidence_tier, sent.logic_model_url]).toEqual([null, null, null]);
});

test("an edit carries only what changed", () => {
  const draft = { ...readProgram(told), evidence_tier: "", est_value: "900" };
  expect(changesOfProgram(draft, ["evidence_tier", "est_value"])).toEqual({
    evidence_tier: null,
    est_value: "900",
  });
});
