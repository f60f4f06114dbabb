import { i18n } from "@lingui/core";
import { describe, expect, test } from "vitest";
import {
  addDays,
  age,
  daysBetween,
  due,
  dayOf,
  expiry,
  formatClock,
  formatDay,
  formatInstant,
  formatSchoolYear,
  formatSpan,
  formatTime,
  schoolYearOf,
  schoolYearSpan,
} from "./dates";

const today = "2020-01-27";

describe("a day", () => {
  test.each([
    ["short", "Jan 27"],
    ["medium", "Jan 27, 2020"],
    ["long", "January 27, 2020"],
    ["full", "Monday, January 27, 2020"],
    ["weekday", "Mon, Jan 27"],
    ["month", "January 2020"],
  ] as const)("in style %s reads %s", (style, words) => {
    expect(formatDay(today, style)).toBe(words);
  });

  test("reads the same whatever the time zone of the machine", () => {
    expect(formatDay("2020-03-01")).toBe("Mar 1, 2020");
  });

  test("is written in Spanish when the page is", () => {
    i18n.load("es", {});
    i18n.activate("es");
    expect(formatDay(today, "long")).toBe("27 de enero de 2020");
  });
});

test("a time of day is said as people say it", () => {
  expect(formatClock("15:45:00").replace(/\s/g, " ")).toBe("3:45 PM");
  expect(formatClock("08:30:00").replace(/\s/g, " ")).toBe("8:30 AM");
});

test("an instant is shown in the tenant's zone, not in the reader's", () => {
  expect(formatInstant("2020-01-24T22:12:00Z", "America/Chicago").replace(/\s/g, " ")).toBe(
    "Jan 24, 4:12 PM",
  );
});

test("an instant's day and time of day are the tenant's, not the reader's", () => {
  expect(dayOf("2020-01-25T04:30:00Z", "America/Chicago")).toBe("2020-01-24");
  expect(dayOf("2020-01-25T04:30:00Z", "Pacific/Guam")).toBe("2020-01-25");
  expect(formatTime("2020-01-25T04:30:00Z", "America/Chicago").replace(/\s/g, " ")).toBe("10:30 PM");
});

test("a span within a year says the year once", () => {
  expect(formatSpan("2020-02-24", "2020-06-11")).toBe("Feb 24 to Jun 11, 2020");
  expect(formatSpan("2020-02-24", "2021-06-11")).toBe("Feb 24, 2020 to Jun 11, 2021");
});

test("days are counted across a leap day, and backwards", () => {
  expect(daysBetween("2020-02-28", "2020-03-01")).toBe(2);
  expect(daysBetween(today, "2020-01-20")).toBe(-7);
  expect(addDays("2020-02-28", 2)).toBe("2020-03-01");
});

test.each([
  ["2020-03-09", "Expires in 42 days (Mar 9, 2020)"],
  ["2020-01-28", "Expires in 1 day (Jan 28, 2020)"],
  ["2020-01-27", "Expires today (Jan 27, 2020)"],
  ["2020-01-26", "Expired 1 day ago (Jan 26, 2020)"],
  ["2020-01-07", "Expired 20 days ago (Jan 7, 2020)"],
])("an end on %s reads “%s”", (end, words) => {
  expect(expiry(end, today)).toBe(words);
});

test.each([
  ["2020-01-06", true, "21 days late"],
  ["2020-01-26", true, "1 day late"],
  ["2020-01-27", false, "Today"],
  ["2020-01-31", false, "Fri, Jan 31"],
  ["2020-06-12", false, "Jun 12, 2020"],
])("due on %s is late: %s, “%s”", (on, late, words) => {
  expect(due(on, today)).toEqual({ late, words });
});

test("a value says how old it is", () => {
  expect(age("2020-01-24", today)).toBe("3 days old");
  expect(age("2020-01-26", today)).toBe("1 day old");
  expect(age(today, today)).toBe("from today");
});

test("a school year begins in July, or when the district says", () => {
  expect(schoolYearOf("2020-06-30")).toBe("2019-2020");
  expect(schoolYearOf("2020-07-01")).toBe("2020-2021");
  expect(schoolYearOf("2020-08-15", 9)).toBe("2019-2020");
  expect(formatSchoolYear("2019-2020")).toBe("2019–20");
  expect(schoolYearSpan("2019-2020")).toEqual({ from: "2019-07-01", to: "2020-06-30" });
});
