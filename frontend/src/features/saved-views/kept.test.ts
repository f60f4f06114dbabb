import { describe, expect, it } from "vitest";
import type { SavedView } from "./api";
import { currentOf, toKeep, type ViewsOf } from "./kept";

type Search = { q?: string; days?: string; view?: "calendar" | "board"; effective_on?: string };

const list: ViewsOf<Search> = {
  list: "agreements",
  read: ({ question: { q, days }, layout }) => ({
    ...(q && { q }),
    ...(days && { days }),
    ...((layout === "calendar" || layout === "board") && { view: layout }),
  }),
  asks: ({ view: _view, ...question }) => question,
  layout: ({ view }) => view,
};

const view = (question: Record<string, string>, layout: SavedView["layout"] = null): SavedView => ({
  id: "a",
  list: "agreements",
  name: "Mine",
  is_shared: false,
  is_own: true,
  can_edit: true,
  owner: { id: "p", name: "Renee Castellano" },
  question,
  layout,
  version: 1,
});

describe("what is kept of a list's address", () => {
  it("is the question and how it is looked at, without the day", () => {
    expect(toKeep(list, { q: "arts", view: "board", effective_on: "2020-01-27" })).toEqual({
      list: "agreements",
      question: { q: "arts" },
      layout: "board",
    });
    expect(toKeep(list, { effective_on: "2020-01-27" })).toEqual({ list: "agreements", question: {} });
  });
});

describe("the saved view that an address shows", () => {
  const board = view({ q: "arts", days: "sat,sun" }, "board");

  it("is the one with the same question and layout, on whichever day", () => {
    const address = { days: "sat,sun", view: "board", q: "arts", effective_on: "2020-03-01" } as const;
    expect(currentOf(list, [view({ q: "arts" }), board], address)).toBe(board);
  });

  it("is none when the question or the layout is another", () => {
    expect(currentOf(list, [board], { q: "arts", days: "sat,sun" })).toBeUndefined();
    expect(currentOf(list, [board], { q: "arts", view: "board" })).toBeUndefined();
  });

  it("takes several values in any order only where the list says so", () => {
    const turned = { q: "arts", days: "sun,sat", view: "board" } as const;
    expect(currentOf(list, [board], turned)).toBeUndefined();
    expect(currentOf({ ...list, isUnordered: true }, [board], turned)).toBe(board);
  });
});
