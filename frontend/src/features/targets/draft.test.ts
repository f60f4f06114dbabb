import { describe, expect, test } from "vitest";
import { zTargetCreate, zTargetUpdate } from "@/api/gen/zod.gen";
import { newDraft, readDraft, usual, writeChanges, writeDraft, type Draft } from "./draft";
import { aTarget, alder, id } from "./target.test.data";

const filled = (values: Partial<Draft> = {}): Draft => ({
  ...newDraft("2019-2020", "2020-01-27"),
  program_id: id(3),
  partnership_ids: [id(41)],
  name: " Reading on grade level ",
  population_words: "Students in Reading tutoring",
  baseline_numerator: "49",
  baseline_denominator: "96",
  target_input: "85%",
  ...values,
});

describe("a new draft", () => {
  test("begins today within the year, else on the year's first day", () => {
    expect(newDraft("2019-2020", "2020-01-27").period_starts_on).toBe("2020-01-27");
    const next = newDraft("2020-2021", "2020-01-27");
    expect(next.period_starts_on > "2020-06-01").toBe(true);
    expect(next.period_ends_on.startsWith("2021")).toBe(true);
  });

  test("how much is done is usually a sum from nothing, the rest a share that is counted", () => {
    expect(usual("how_much")).toMatchObject({
      unit: "count",
      aggregation: "cumulative",
      baseline_value: "0",
    });
    expect(usual("how_well")).toMatchObject({ unit: "percent", aggregation: "latest", baseline: "counts" });
  });
});

describe("what a draft sends", () => {
  test("is what the contract asks for, numbers as numbers, the measure by the name", () => {
    const sent = writeDraft(filled());
    expect(zTargetCreate.safeParse(sent).error).toBeUndefined();
    expect(sent).toMatchObject({
      name: "Reading on grade level",
      measure: "Reading on grade level",
      baseline_numerator: 49,
      baseline_denominator: 96,
      baseline_value: null,
      baseline_population: "students_served",
      target_input: 85,
      reporting_interval_days: 45,
      need_id: null,
    });
  });

  test("leaves out what the choices made idle", () => {
    expect(writeDraft(filled({ baseline: "none" }))).toMatchObject({
      baseline_numerator: null,
      baseline_population: null,
      baseline_source: null,
    });
    expect(writeDraft(filled({ unit: "count", baseline: "counts", baseline_value: "3" }))).toMatchObject({
      baseline_numerator: null,
      baseline_value: 3,
    });
    const milestones = [{ due_on: "2020-03-31", value: "60" }];
    expect(writeDraft(filled({ pace: "linear", milestones })).milestones).toEqual([]);
    expect(writeDraft(filled({ pace: "milestone", milestones })).milestones).toEqual([
      { due_on: "2020-03-31", value: 60 },
    ]);
    expect(writeDraft(filled({ pace: "end_only" })).reporting_interval_days).toBeNull();
    expect(writeDraft(filled({ target_method: "maintain_baseline" })).target_input).toBeNull();
  });
});

describe("an edit", () => {
  test("a target that nobody changed reads and writes as itself", () => {
    const target = aTarget({ status: "draft" });
    const { program_id: _, ...rest } = readDraft(target);
    expect(writeDraft(readDraft(target))).toMatchObject({
      name: target.name,
      partnership_ids: target.schools.map((each) => each.partnership_id).sort(),
      baseline_numerator: 49,
      target_input: 85,
      period_ends_on: target.period_ends_on,
    });
    expect(rest.need_id).toBe(id(4));
    expect(alder.id).toBe(target.schools[0]?.school.id);
  });

  test("sends what changed and no more", () => {
    const sent = writeChanges(["target_input"], filled({ target_input: "80" }));
    expect(sent).toEqual({ target_input: 80 });
    expect(zTargetUpdate.safeParse(sent).error).toBeUndefined();
  });

  test("sends what only makes sense together as a whole", () => {
    expect(Object.keys(writeChanges(["baseline_numerator"], filled())).sort()).toEqual([
      "baseline_denominator",
      "baseline_numerator",
      "baseline_period",
      "baseline_population",
      "baseline_source",
      "baseline_value",
    ]);
    expect(Object.keys(writeChanges(["pace"], filled())).sort()).toEqual([
      "milestones",
      "pace",
      "reporting_interval_days",
    ]);
    expect(Object.keys(writeChanges(["target_method"], filled())).sort()).toEqual([
      "target_input",
      "target_method",
    ]);
  });

  test("never moves a target to another program", () => {
    expect(writeChanges(["program_id", "name"], filled())).toEqual({ name: "Reading on grade level" });
  });
});
