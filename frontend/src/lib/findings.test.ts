import { describe, expect, test } from "vitest";
import { comparisonFinding, progressFinding, trendFinding, turningPoint } from "./findings";

describe("a comparison", () => {
  const against = { measure: "Attendance", other: "the district", theirs: 93.3, unit: "points" } as const;

  test("names the distance and the side", () => {
    expect(comparisonFinding({ ...against, ours: 93 })).toBe("Attendance is 0.3 points below the district");
    expect(comparisonFinding({ ...against, ours: 94.3 })).toBe("Attendance is 1 point above the district");
  });

  test("says the same when the shown digits are the same", () => {
    expect(comparisonFinding({ ...against, ours: 93.33 })).toBe("Attendance is the same as the district");
  });

  test.each([
    ["days", 1, "1 day"],
    ["days", 4, "4 days"],
    ["students", 1, "1 student"],
    ["students", 12, "12 students"],
  ] as const)("counts in %s", (unit, gap, words) => {
    expect(comparisonFinding({ ...against, unit, theirs: 0, ours: gap, decimals: 0 })).toContain(words);
  });
});

const points = (...values: (number | null)[]) =>
  values.map((value, index) => ({ label: `Y${index + 1}`, value }));

describe("a turning point", () => {
  test("is the one low or high between the ends", () => {
    expect(turningPoint(points(94, 91.5, 93))).toBe("after a low in Y2");
    expect(turningPoint(points(91, 95, 93))).toBe("after a high in Y2");
  });

  test("is not said when the ends are further out, or too little is known", () => {
    expect(turningPoint(points(91, 92, 93))).toBeNull();
    expect(turningPoint(points(null, 92, null))).toBeNull();
    expect(turningPoint([])).toBeNull();
    expect(turningPoint(points(94, null, 93))).toBeNull();
  });
});

describe("a trend", () => {
  test("goes from the first known value to the last", () => {
    expect(trendFinding("Attendance", points(null, 91.5, 93))).toBe(
      "Attendance rose from 91.5 in Y2 to 93 in Y3",
    );
    expect(trendFinding("Truancy", points(20, 12))).toBe("Truancy fell from 20 in Y1 to 12 in Y2");
    expect(trendFinding("Attendance", points(93, 91, 93))).toBe("Attendance is 93 in Y3, as in Y1");
  });

  test("is not claimed from one value", () => {
    expect(trendFinding("Attendance", points(null, 93, null))).toBeNull();
    expect(trendFinding("Attendance", points(null))).toBeNull();
  });
});

test.each([
  [51, 51, 85, "Still at the baseline"],
  [51, 45, 85, "Further from the target than at the baseline"],
  [51, 53, 85, "Just begun on the way from the baseline to the target"],
  [0, 25, 100, "A quarter of the way from the baseline to the target"],
  [0, 33, 100, "A third of the way from the baseline to the target"],
  [0, 50, 100, "Half of the way from the baseline to the target"],
  [51, 74, 85, "Two thirds of the way from the baseline to the target"],
  [0, 80, 100, "Three quarters of the way from the baseline to the target"],
  [0, 95, 100, "Nearly at the target"],
  [51, 85, 85, "At the target"],
  [51, 90, 85, "Past the target"],
  [20, 12, 8, "Two thirds of the way from the baseline to the target"],
  [50, 50, 50, "At the target"],
  [50, 40, 50, "Not at the target"],
])("from %s now %s toward %s reads “%s”", (baseline, current, target, words) => {
  expect(progressFinding(baseline, current, target)).toBe(words);
});
