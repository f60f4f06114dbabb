import { describe, expect, test } from "vitest";
import { barOf, placeOf, spanOf, WIDTH } from "./span";

const day = "2020-01-27";

describe("the span of a timeline", () => {
  test("is three school years, one, or three months from the day's own", () => {
    const years = spanOf(undefined, day, undefined, "en-US");
    expect([years.from, years.to, years.parts.map(({ label }) => label)]).toEqual([
      "2018-07-01",
      "2021-06-30",
      ["2018–19", "2019–20", "2020–21"],
    ]);
    const year = spanOf("year", day, undefined, "en-US");
    expect([year.from, year.to, year.parts.length, year.parts[11]?.from]).toEqual([
      "2019-07-01",
      "2020-06-30",
      12,
      "2020-06-01",
    ]);
    const quarter = spanOf("quarter", day, undefined, "en-US");
    expect([quarter.from, quarter.to, quarter.parts.map(({ label }) => label)]).toEqual([
      "2020-01-01",
      "2020-03-31",
      ["Jan", "Feb", "Mar"],
    ]);
  });

  test("follows the school year that is asked for", () => {
    expect(spanOf("year", day, "2020-2021", "en-US").from).toBe("2020-07-01");
    expect(spanOf("quarter", day, "2020-2021", "en-US").to).toBe("2020-09-30");
  });

  test("gives each day its place, and no bar to what is all before or all after", () => {
    const span = spanOf("quarter", day, undefined, "en-US");
    expect([placeOf(span, "2019-12-01"), placeOf(span, "2020-01-01"), placeOf(span, "2020-04-01")]).toEqual([
      0,
      0,
      WIDTH,
    ]);
    expect(barOf(span, "2019-01-01", "2021-01-01")).toEqual({ x: 0, width: WIDTH });
    expect(barOf(span, "2019-01-01", "2019-12-31")).toBeNull();
    expect(barOf(span, "2020-04-01", "2020-05-01")).toBeNull();
    expect(barOf(span, "2019-01-01", "2020-01-01")?.width).toBeGreaterThan(0);
    expect(barOf(span, "2020-03-31", "2020-12-31")?.width).toBeCloseTo(WIDTH / 91);
  });
});
