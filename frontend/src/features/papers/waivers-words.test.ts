import { expect, test } from "vitest";
import { aWaiver, id } from "./office.test.data";
import { standingWords, waiverPlace } from "./waivers-words";

test.each([
  ["2020-01-26", "Begins later"],
  ["2020-01-27", "Holds"],
  ["2020-02-29", "Holds"],
  ["2020-03-01", "Over"],
])("on %s a waiver: %s", (day, words) => {
  expect(standingWords(aWaiver(), day)).toBe(words);
});

test("one that was ended early holds through the day before", () => {
  const ended = aWaiver({ revoked_on: "2020-02-10" });
  expect(standingWords(ended, "2020-02-09")).toBe("Holds");
  expect(standingWords(ended, "2020-02-10")).toBe("Ended early on Feb 10, 2020");
});

test("it says for which program and school it is", () => {
  const school = { id: id(5), name: "Alderbrook School" };
  const program = { id: id(6), name: "Reading club" };
  expect(waiverPlace({ program: null, school: null })).toBe("All its programs at every school");
  expect(waiverPlace({ program, school: null })).toBe("Reading club at every school");
  expect(waiverPlace({ program, school })).toBe("Reading club at Alderbrook School");
});
