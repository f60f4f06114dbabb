import { describe, expect, it } from "vitest";
import { carriedOver, placedByHand, stepped } from "./ranking";

const need = (id: string, place: number) => ({ id, place_by_score: place });
const [a, b, c, d] = [need("a", 1), need("b", 2), need("c", 3), need("d", 4)];
const ids = (order: readonly { id: string }[]) => order.map((each) => each.id).join("");

/** What the server does with places set by hand: the rest by score, then each on its place, first place first. */
function served(order: readonly ReturnType<typeof need>[], byHand: ReadonlySet<string>): string {
  const list = order
    .filter((each) => !byHand.has(each.id))
    .toSorted((one, other) => one.place_by_score - other.place_by_score);
  for (const [at, each] of order.entries()) if (byHand.has(each.id)) list.splice(at, 0, each);
  return ids(list);
}

describe("stepped", () => {
  it("moves one step and stops at both ends", () => {
    expect(ids(stepped([a, b, c], "b", -1))).toBe("bac");
    expect(ids(stepped([a, b, c], "b", 1))).toBe("acb");
    expect(ids(stepped([a, b, c], "a", -1))).toBe("abc");
    expect(ids(stepped([a, b, c], "c", 1))).toBe("abc");
    expect(ids(stepped([a, b], "gone", 1))).toBe("ab");
  });
});

describe("placedByHand", () => {
  it("asks nothing of the order of the ratings, even after moving there and back", () => {
    expect(placedByHand([a, b, c], new Set(["a", "b"]))).toEqual(new Set());
  });

  it("asks about the need that was moved, not about the one it passed", () => {
    expect(placedByHand([b, a], new Set(["a"]))).toEqual(new Set(["a"]));
    expect(placedByHand([b, a], new Set(["b"]))).toEqual(new Set(["b"]));
    expect(placedByHand([d, a, b, c], new Set(["d"]))).toEqual(new Set(["d"]));
  });

  it("asks about as few as possible", () => {
    expect(placedByHand([d, a, b, c], new Set(["a", "b", "c", "d"]))).toEqual(new Set(["d"]));
    expect(placedByHand([d, c, b, a], new Set()).size).toBe(3);
  });

  it("names exactly the places from which the server rebuilds the list", () => {
    const orders = (rest: ReturnType<typeof need>[]): ReturnType<typeof need>[][] =>
      rest.length === 0
        ? [[]]
        : rest.flatMap((each) => orders(rest.filter((one) => one !== each)).map((tail) => [each, ...tail]));
    const all = orders([a, b, c, d]);
    expect(all).toHaveLength(24);
    for (const order of all)
      for (const touched of [new Set<string>(), new Set(["a"]), new Set(["b", "d"])])
        expect(served(order, placedByHand(order, touched))).toBe(ids(order));
  });
});

describe("carriedOver", () => {
  it("keeps my order, drops what is gone and puts what is new last", () => {
    expect(ids(carriedOver([c, a, b], [a, d, c]))).toBe("cad");
  });
});
