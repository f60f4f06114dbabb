import { describe, expect, it } from "vitest";
import { currentOf, toKeep } from "@/features/saved-views";
import { questionOf } from "./question";
import { directory } from "./saved";
import { readPartnersSearch, type PartnersSearch } from "./search";

const view = (question: Record<string, string>) => ({
  id: "a",
  list: "partners" as const,
  name: "Weekends",
  is_shared: false,
  is_own: true,
  can_edit: true,
  owner: { id: "p", name: "Renee Castellano" },
  question,
  layout: null,
  version: 1,
  updated_at: "2020-01-27T12:00:00Z",
});
const asked = (address: Record<string, unknown>) => questionOf(readPartnersSearch(address));

describe("what the directory is asked", () => {
  it("keeps several values of a facet once each, and one grade that was read as a number", () => {
    expect(asked({ area: "arts, reading,arts", grade: 3 })).toEqual({ area: "arts,reading", grade: "3" });
  });

  it("leaves out what is not known, so that an old or mistyped address still opens", () => {
    expect(
      asked({
        status: "approved,gone",
        org_type: "club",
        day: "someday",
        school: "",
        sort: "size",
        from: "a mail",
      }),
    ).toEqual({ status: "approved" });
  });

  it("leaves out what the router kept beside", () => {
    const kept: PartnersSearch = { q: "arts", ...{ school: "no id", from: "a mail" } };
    expect(questionOf(kept)).toEqual({ q: "arts" });
  });

  it("tells whether approval is asked for, refused or not asked at all", () => {
    expect(asked({ approved: true })).toEqual({ approved: true });
    expect(asked({ approved: "false" })).toEqual({ approved: false });
    expect(asked({ approved: "perhaps" })).toEqual({});
  });
});

describe("a view that is kept", () => {
  it("holds the question and its order without the day", () => {
    expect(toKeep(directory, { approved: true, sort: "-name", effective_on: "2020-01-27" })).toEqual({
      list: "partners",
      question: { approved: "true", sort: "-name" },
    });
  });

  it("is the current one in whichever order its values stand, and on whichever day", () => {
    const weekends = view({ day: "saturday,sunday" });
    expect(currentOf(directory, [weekends], { day: "sunday,saturday", effective_on: "2020-03-01" })).toBe(
      weekends,
    );
    expect(currentOf(directory, [weekends], { day: "sunday" })).toBeUndefined();
  });
});
