import { describe, expect, it } from "vitest";
import type { EvidenceProposalRead } from "@/api/gen/types.gen";
import { zNeedCreate, zNeedUpdate } from "@/api/gen/zod.gen";
import { changesOf, createNeed, newNeed } from "./need-draft";
import { namedNeeds } from "./top-need-fields";

const proposal = (measure: string): EvidenceProposalRead => ({
  measure,
  label: measure,
  area_code: null,
  period: "2018-2019",
  gap: 1,
  sentence: measure,
});
const draft = { ...newNeed, title: " Mornings ", area_code: "attendance" };

describe("a new need", () => {
  it("sends what is not said as unknown, never as zero or an empty text", () => {
    const sent = createNeed(draft, []);
    expect(zNeedCreate.parse(sent)).toMatchObject({
      title: "Mornings",
      current_condition: null,
      est_students: null,
      impact: null,
      evidence: [],
      meet_via_partnership: "yes",
    });
    expect(createNeed({ ...draft, est_students: " 0 " }, []).est_students).toBe(0);
  });

  it("takes the findings that were ticked, and an account with its source", () => {
    const ticked = {
      ...draft,
      proposed: ["truancy 2018-2019"],
      statement: " The bus is late ",
      source: " Families ",
    };
    expect(createNeed(ticked, [proposal("attendance"), proposal("truancy")]).evidence).toEqual([
      { measure: "truancy", period: "2018-2019" },
      { statement: "The bus is late", source: "Families" },
    ]);
  });

  it("keeps grades in their order and their gaps, and ratings as numbers", () => {
    const sent = createNeed(
      { ...draft, grades: ["8", "K", "6"], impact: "5", languages: "Spanish, , Polish " },
      [],
    );
    expect(sent.grades).toEqual(["K", "6", "8"]);
    expect([sent.impact, sent.urgency]).toEqual([5, null]);
    expect(sent.languages).toEqual(["Spanish", "Polish"]);
  });
});

describe("an edit", () => {
  it("sends what changed and nothing else; an emptied field is cleared", () => {
    const sent = changesOf({ ...draft, current_condition: "", impact: "3" }, ["current_condition", "impact"]);
    expect(sent).toEqual({ current_condition: null, impact: 3 });
    expect(zNeedUpdate.safeParse(sent).success).toBe(true);
    expect(changesOf(draft, [])).toEqual({});
  });
});

describe("top needs", () => {
  const blank = { title: "", area: "", sentence: "" };
  const named = { title: " Read ", area: "reading", sentence: " Half do not. " };
  const written = { title: "Read", area: "reading", sentence: "Half do not." };
  const of = (...needs: (typeof blank)[]) => namedNeeds({ school: "", school_year: "", needs });

  it("leave out what was left empty at the end, and keep a gap for the form to point at", () => {
    expect(of(named, blank, blank)).toEqual([written]);
    expect(of(named, blank, named)).toEqual([written, blank, written]);
    expect(of(blank, blank, blank)).toEqual([blank]);
  });
});
