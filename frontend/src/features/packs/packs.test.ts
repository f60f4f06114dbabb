import { describe, expect, test } from "vitest";
import type { Item } from "./api";
import { choose, firstChoice, grouped, taken } from "./choosing";
import { insideWords, valueWords } from "./words";

function item(key: string, more: Partial<Item> = {}): Item {
  const base: Item = {
    key,
    part: "profile",
    name: "Riverbend Learning",
    state: "new",
    facts: [],
    can_take: true,
    refused: null,
    requires: null,
    seen: "0",
  };
  return { ...base, ...more };
}

describe("what is chosen of a pack", () => {
  test("is at first what is not here yet: nothing is replaced, and no check taken, before somebody says so", () => {
    const items = [
      item("new"),
      item("different", { state: "different" }),
      item("check", { part: "checks" }),
      item("refused", { can_take: false, refused: "ein_taken" }),
      item("same", { state: "same", can_take: false }),
    ];
    expect([...firstChoice(items)]).toEqual(["new"]);
  });

  test("takes along what it belongs to, and leaves what belongs to it", () => {
    const items = [item("person", { part: "staff" }), item("check", { part: "checks", requires: "person" })];
    const both = choose(items, new Set(), ["check"], true);
    expect([...both].toSorted()).toEqual(["check", "person"]);
    expect([...choose(items, both, ["person"], false)]).toEqual([]);
    expect([...choose(items, both, ["check"], false)]).toEqual(["person"]);
  });

  test("cannot be what is refused, nor what was taken meanwhile", () => {
    const items = [item("a", { can_take: false, refused: "expired" }), item("b")];
    expect([...choose(items, new Set(), ["a", "b"], true)]).toEqual(["b"]);
    const later = [item("b", { state: "same", can_take: false })];
    expect(taken(later, new Set(["b"]))).toEqual([]);
  });

  test("is grouped by whether it asks for a choice", () => {
    const items = [item("a"), item("b", { state: "same" }), item("c", { state: "missing" })];
    const { open, same, onlyHere } = grouped(items);
    expect([open, same, onlyHere].map((group) => group.map(({ key }) => key))).toEqual([["a"], ["b"], ["c"]]);
  });
});

describe("the words of a pack", () => {
  test("say what is inside", () => {
    const counts = { programs: 4, papers: 1, staff: 1, checks: null };
    expect(insideWords({ parts: ["profile", "programs", "papers", "staff"], counts })).toBe(
      "Profile, 4 programs, 1 certificate or letter, 1 person",
    );
  });

  test("say a value by its field, and nothing for nothing", () => {
    expect(valueWords("capacity_students", 120)).toBe("120 students");
    expect(valueWords("charges_fee", false)).toBe("No");
    expect(valueWords("times_of_day", ["after_school"])).toBe("After school");
    expect(valueWords("limit_each", "1000000.00")).toBe("$1,000,000");
    expect(valueWords("expires_on", "2020-06-30")).toBe("June 30, 2020");
    expect(valueWords("mission", null)).toBeNull();
    expect(valueWords("languages", [])).toBeNull();
  });
});
