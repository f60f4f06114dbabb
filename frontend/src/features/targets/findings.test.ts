import { describe, expect, test } from "vitest";
import {
  listFinding,
  paceFinding,
  rowFinding,
  steadyPace,
  targetHeading,
  targetLead,
  wayFinding,
} from "./findings";
import { amount, anItem, aTarget, nothing, progressOf, share } from "./target.test.data";

const today = "2020-01-27";

describe("the heading", () => {
  test("is the result, of students where they are counted at one time", () => {
    expect(targetHeading(aTarget())).toBe("Reading on grade level: 71 of 96 students");
    expect(targetHeading(aTarget({ aggregation: "rate" }))).toBe("Reading on grade level: 71 of 96");
    expect(targetHeading(aTarget({ population: "whole_school" }))).toBe("Reading on grade level: 71 of 96");
    const hours = aTarget({
      unit: "hours",
      target_value: 40,
      progress: progressOf({ latest: amount(12.5) }),
    });
    expect(targetHeading(hours)).toBe("Reading on grade level: 12.5 hours");
  });

  test("is what stands in its way, where there is no result to tell", () => {
    const empty = { latest: nothing, as_of_on: null, change: null, rating: "no_data" } as const;
    expect(targetHeading(aTarget({ status: "proposed", progress: progressOf(empty) }))).toBe(
      "Reading on grade level: 85% by June 12, 2020",
    );
    expect(targetHeading(aTarget({ progress: progressOf(empty) }))).toBe(
      "Reading on grade level: no result yet",
    );
    expect(targetHeading(aTarget({ progress: progressOf({ ...empty, rating: "not_reported" }) }))).toBe(
      "Reading on grade level: no result was reported",
    );
    expect(targetHeading(aTarget({ progress: progressOf({ ...empty, as_of_on: today }) }))).toBe(
      "Reading on grade level: the results do not add up to one number",
    );
    expect(targetHeading(aTarget({ progress: progressOf({ latest: nothing, suppressed: true }) }))).toBe(
      "Reading on grade level: hidden for privacy",
    );
  });
});

describe("the lead", () => {
  test("tells where it comes from, the target, and where a steady pace would be", () => {
    expect(targetLead(aTarget(), today)).toBe(
      "That is 74%, up from 51%. The target is 85% by June 12, 2020, and a steady pace would be at 66% today.",
    );
  });

  test("tells that it is met, over, or going the wrong way", () => {
    const met = aTarget({ progress: progressOf({ is_met: true, latest: share(90, 96), status: "met" }) });
    expect(targetLead(met, today)).toContain("The target of 85% is met.");
    expect(targetLead(aTarget(), "2020-06-13")).toContain("The target was 85% by June 12, 2020.");
    const away = aTarget({
      progress: progressOf({ status: "moving_away", change: -3, latest: share(46, 96) }),
    });
    expect(targetLead(away, today)).toBe(
      "That is 47.9%, down from 51%. The target is 85% by June 12, 2020; this moves away from it.",
    );
  });

  test("says no number where it is hidden, and calls a whole school's number context", () => {
    const hidden = aTarget({ progress: progressOf({ suppressed: true, latest: nothing }) });
    expect(targetLead(hidden, today)).not.toMatch(/\d/);
    expect(targetLead(aTarget({ population: "whole_school" }), today)).toContain(
      "It is context about the whole school, not the result of one partner.",
    );
    const informs = aTarget({ target_value: null, target_input: null });
    expect(targetLead(informs, today)).toContain("No target is set for it: it informs only.");
  });

  test("says a limit as a limit", () => {
    const limit = aTarget({
      unit: "count",
      target_value: 5,
      progress: progressOf({ status: "within_limit", latest: amount(3) }),
    });
    expect(targetLead(limit, today)).toContain("The limit is 5 until June 12, 2020.");
    const over = aTarget({
      unit: "count",
      target_value: 5,
      progress: progressOf({ status: "missed", latest: amount(7) }),
    });
    expect(targetLead(over, today)).toContain("That is over the limit of 5.");
  });
});

test("a steady pace is a line from the baseline to the target; elsewhere there is none", () => {
  const target = aTarget();
  expect(steadyPace(target, "2019-10-11")).toBeCloseTo(51.0417, 3);
  expect(steadyPace(target, "2020-06-12")).toBe(85);
  expect(steadyPace(target, "2020-02-10")).toBeCloseTo(67.9515, 3);
  expect(steadyPace(target, "2020-06-13")).toBeNull();
  expect(steadyPace(aTarget({ pace: "end_only", reporting_interval_days: null }), today)).toBeNull();
  expect(steadyPace(aTarget({ baseline_value: null }), today)).toBeNull();
});

test("the results are told against the pace, all or the latest", () => {
  expect(paceFinding(aTarget())).toBe("All 2 results were ahead of a steady pace");
  const [first, second] = aTarget().series;
  if (!first || !second) throw new Error("two results");
  expect(paceFinding(aTarget({ series: [first] }))).toBe("The first result is ahead of a steady pace");
  const behind = { ...second, figure: share(50, 96) };
  expect(paceFinding(aTarget({ series: [first, behind] }))).toBe(
    "The latest result is behind a steady pace; not every one was",
  );
  expect(paceFinding(aTarget({ series: [behind] }))).toBe("The first result is behind a steady pace");
  const falling = aTarget({
    direction: "decrease",
    is_lower_better: true,
    baseline_value: 40,
    target_value: 20,
    series: [{ ...first, figure: share(30, 96) }],
  });
  expect(paceFinding(falling)).toBe("The first result is ahead of a steady pace");
  expect(paceFinding(aTarget({ series: [{ ...first, figure: nothing }] }))).toBeNull();
});

test("the share of the way is said as what it is: past, at, none, or backwards", () => {
  const way = (values: Parameters<typeof progressOf>[0]) => wayFinding({ progress: progressOf(values) });
  expect(way({})).toBe("67.5% of the way from the baseline to the target");
  expect(way({ percent: 60, percent_words: "60.0%" })).toBe("60% of the way from the baseline to the target");
  expect(way({ percent: 120, percent_words: "120%", is_met: true })).toBe("Past the target");
  expect(way({ percent: 100, percent_words: "100%", is_met: true })).toBe("At the target");
  expect(way({ percent: 0, percent_words: "0%" })).toBe("Still where it started");
  expect(way({ percent: -8, percent_words: "−8%" })).toBe("Further from the target than at the start");
  expect(way({ percent: null, percent_words: null })).toBeNull();
});

test("a row never rounds an unmet target to met", () => {
  const close = { ...share(8499, 10000), words: "84.99%" };
  expect(rowFinding(anItem({ progress: progressOf({ latest: close }) }))).toBe(
    "8,499 of 10,000 (84.99%), up from 51%",
  );
  expect(rowFinding(anItem())).toBe("71 of 96 (74%), up from 51%");
});

test("a list says what is behind, and nothing worse than that", () => {
  const rated = (rating: "off_track" | "at_risk" | "on_track" | "not_met") => ({
    status: "open" as const,
    progress: progressOf({ rating }),
  });
  expect(listFinding([rated("off_track"), rated("at_risk"), rated("at_risk")], today)).toBe(
    "1 target is off track, 2 are at risk",
  );
  expect(listFinding([rated("not_met"), rated("off_track")], today)).toBe("2 targets are off track");
  expect(listFinding([rated("on_track")], today)).toBe("No target is behind");
  expect(listFinding([rated("on_track")], "2020-03-10")).toBe("1 target misses a result");
  expect(listFinding([{ status: "closed", progress: progressOf({ rating: "not_met" }) }], today)).toBe(
    "1 target",
  );
});
