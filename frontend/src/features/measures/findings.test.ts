import { expect, test } from "vitest";
import type { MeasureValues, PublishedValue } from "@/api/gen/types.gen";
import { concern, measureFinding, worstFirst } from "./findings";

function value(period: string, number: number | null, district: number | null = null): PublishedValue {
  return {
    period,
    value: number,
    text: null,
    suppressed: false,
    reason: null,
    numerator: null,
    denominator: null,
    district: district === null ? null : { value: district, text: null, source: "Records" },
    standing: null,
    source: "Records",
    as_of_on: null,
  };
}

function measure(
  key: string,
  name: string,
  direction: "increase" | "decrease",
  values: PublishedValue[],
  unit: "percent" | "per_100" = "percent",
): MeasureValues {
  return {
    measure: {
      key,
      name,
      unit,
      direction,
      area_code: null,
      may_be_evidence: true,
      is_headline: true,
      description: null,
    },
    values,
  };
}

const attendance = measure("attendance", "Attendance", "increase", [
  value("2016-2017", 94, 93.4),
  value("2017-2018", 91.5, 92.8),
  value("2018-2019", 93, 93.3),
]);
const suspensions = measure(
  "suspensions",
  "Suspensions per 100 students",
  "decrease",
  [value("2017-2018", 9.7, 5.8), value("2018-2019", 12, 5.6)],
  "per_100",
);

test("a finding compares with the district and names the turning point", () => {
  expect(measureFinding(attendance)).toBe(
    "Attendance is 0.3 points below the district, after a low in 2017–18",
  );
});

test("what is not a percentage is compared by naming both numbers", () => {
  expect(measureFinding(suspensions)).toBe("Suspensions per 100 students: 12, and 5.6 in the district");
});

test("without a district value the trend is told", () => {
  const truancy = measure("truancy", "Chronic truancy", "decrease", [
    value("2017-2018", 37.9),
    value("2018-2019", 32.6),
  ]);
  expect(measureFinding(truancy)).toContain("fell from 37.9% in 2017–18 to 32.6% in 2018–19");
});

test("no number is not zero", () => {
  const none = measure("x", "Persistence", "increase", [value("2018-2019", null, 70)]);
  expect(measureFinding(none)).toBe("Persistence: no number was published");
  expect(concern(none)).toBe(0);
});

test("the worst measure leads", () => {
  expect(worstFirst([attendance, suspensions]).map((item) => item.measure.key)).toEqual([
    "suspensions",
    "attendance",
  ]);
});
