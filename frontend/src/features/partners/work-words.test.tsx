import { render } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { contactWords, schoolWords, termWords } from "./work-words";

const named = (...names: string[]) => names.map((name, index) => ({ id: `${index}`, name }));
const said = (schools: Parameters<typeof schoolWords>[0]) =>
  render(<p>{schoolWords(schools)}</p>).container.textContent;

describe("what a row says of a partner's work", () => {
  it("names one school, counts several and says how many are not named", () => {
    expect(said({ count: 1, first: named("Alder") })).toBe("Alder");
    expect(said({ count: 2, first: named("Alder", "Birch") })).toBe("2 schoolsAlder and Birch");
    expect(said({ count: 4, first: named("Alder", "Birch", "Cedar") })).toBe(
      "4 schoolsAlder, Birch, and 2 more",
    );
  });

  it("tells none from not told", () => {
    expect(said({ count: 0, first: [] })).toBe("None yet");
    expect(said(null)).toBe("Not shown to you");
    expect(contactWords({ last_contact_on: null, schools: { count: 0, first: [] } })).toBe("None kept here");
    expect(contactWords({ last_contact_on: null, schools: null })).toBe("Not shown to you");
  });

  it("says when the only one ends, or the first of several", () => {
    expect(termWords({ in_force: 1, next_end: "2020-06-12" })).toBe("Ends Jun 12, 2020");
    expect(termWords({ in_force: 2, next_end: "2020-06-12" })).toBe("The first ends Jun 12, 2020");
    expect(contactWords({ last_contact_on: "2019-11-04", schools: null })).toBe("Nov 4, 2019");
  });
});
