import { expect, test } from "vitest";
import { aPaper, aRequirement, aWaiting, id } from "./office.test.data";
import {
  askedFor,
  clearWords,
  freesWords,
  limitAsked,
  nextAfter,
  paperName,
  queueFinding,
} from "./queue-words";

test.each([
  [{ frees: 3, helps: 3 }, "Frees 3 programs"],
  [{ frees: 1, helps: 0 }, "Frees 1 program"],
  [{ frees: 0, helps: 1 }, "Frees no program yet; 1 program has one paper less to come"],
  [{ frees: 0, helps: 0 }, "Frees no program"],
])("what a paper frees: %o", (unlocks, words) => {
  expect(freesWords(unlocks)).toBe(words);
});

test.each([
  [{ schools: 3, clear_now: 0, clear_then: 2 }, "Clear at 2 of 3 schools once accepted, now at none."],
  [{ schools: 14, clear_now: 8, clear_then: 11 }, "Clear at 11 of 14 schools once accepted, now at 8."],
  [{ schools: 1, clear_now: 1, clear_then: 1 }, "Clear at 1 of 1 school, before and after."],
  [{ schools: 0, clear_now: 0, clear_then: 0 }, "No school works with this partner yet."],
])("where it makes a partner clear: %o", (unlocks, words) => {
  expect(clearWords({ ...unlocks, frees: 0, helps: 0, words: "", left: [] })).toBe(words);
});

test("the queue says how many papers wait and how many programs with them", () => {
  expect(queueFinding([])).toBe("No paper waits");
  expect(queueFinding([aWaiting(1, 0)])).toBe("One paper waits");
  expect(queueFinding([aWaiting(1, 2), aWaiting(2, 1)])).toBe("2 papers wait and 3 programs with them");
});

test("after a decision comes the next in the server's order, at the end the first that is left", () => {
  const queue = [aWaiting(11, 5), aWaiting(12, 2), aWaiting(13, 0)];
  expect(nextAfter(queue, id(11))?.id).toBe(id(12));
  expect(nextAfter(queue, id(13))?.id).toBe(id(11));
  expect(nextAfter(queue.slice(0, 1), id(11))).toBeUndefined();
  expect(nextAfter(queue, id(99))?.id).toBe(id(11));
});

test("an insurance certificate is told by what it covers", () => {
  expect(paperName(aPaper())).toBe("Insurance certificate (General liability)");
  expect(paperName({ kind: "agency_letter", coverage: null })).toBe("Letter from an agency");
});

test("beside a paper stands what is asked of its kind and coverage, the earliest first", () => {
  const later = aRequirement({ id: id(21), enforced_from: "2021-01-01" });
  const auto = aRequirement({ id: id(22), coverage: "auto" });
  const endorsement = aRequirement({ id: id(23), kind: "endorsement", min_each: null });
  const now = aRequirement({ id: id(24), enforced_from: "2019-08-01" });
  const asked = askedFor(aPaper(), [later, auto, endorsement, now]);
  expect(asked.map((one) => one.id)).toEqual([id(24), id(21)]);
});

test("a limit lower than the highest that is asked is marked", () => {
  expect(limitAsked("500000.00", ["1000000.00", "250000.00"])).toEqual({
    words: "At least $1,000,000",
    isLow: true,
  });
  expect(limitAsked("1000000.00", ["1000000.00"])?.isLow).toBe(false);
  expect(limitAsked(null, ["1000000.00"])?.isLow).toBe(true);
  expect(limitAsked("5.00", [null])).toBeNull();
});
