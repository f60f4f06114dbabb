import { describe, expect, it } from "vitest";
import type { AssessmentNeed } from "@/api/gen/types.gen";
import { askedSaid, gradeRuns } from "./asked";
import { evidenceSaid, lackedSaid, placedSaid, ratedSaid } from "./said";

const need: AssessmentNeed = {
  id: "01a201d1-f6f7-738c-aece-92b147c08712",
  title: "Reading together",
  area: { code: "reading", label: "Reading" },
  current_condition: null,
  desired_condition: null,
  grades: [],
  est_students: null,
  impact: null,
  urgency: null,
  magnitude: null,
  feasibility: null,
  alignment: null,
  score: null,
  rank: 1,
  place_by_score: 2,
  rank_reason: null,
  evidence_count: 0,
  meet_via_partnership: "yes",
  status: "identified",
  allowed_moves: [],
};
/** A word joiner keeps a span on one line; it is not read. */
const plain = (words: string) => words.replaceAll("\u2060", "");

describe("grades", () => {
  it("swallow no grade that is not meant", () => {
    expect(plain(gradeRuns(["K", "1", "2", "6", "7", "8"]))).toBe("K–2, 6–8");
    expect(plain(gradeRuns(["8", "3", "5", "4"]))).toBe("3–5, 8");
    expect(plain(gradeRuns(["PK", "K"]))).toBe("PK–K");
    expect(gradeRuns(["9"])).toBe("9");
    expect(gradeRuns([])).toBe("");
  });
});

describe("for whom", () => {
  const asked = { est_students: 45, grades: ["6", "7", "8"], times_of_day: ["after_school", "school_day"] };

  it("is one sentence", () => {
    expect(plain(askedSaid(asked))).toBe(
      "About 45 students in grades 6–8, after school or during the school day",
    );
    expect(plain(askedSaid({ ...asked, est_students: 1, grades: ["6"], times_of_day: [] }))).toBe(
      "About 1 student in grade 6",
    );
  });

  it("says as unknown what nobody said", () => {
    const silent = { est_students: null, grades: [], times_of_day: [] };
    expect(askedSaid(silent)).toBe("How many students is not known");
    expect(plain(askedSaid({ ...silent, grades: ["K", "2"] }))).toBe(
      "Students in grades K, 2, how many is not known",
    );
    expect(askedSaid({ ...silent, est_students: 0 })).toBe("About 0 students");
  });
});

describe("how a need was weighed", () => {
  const rated = { ...need, impact: 5, urgency: 5, magnitude: 3, feasibility: 4, alignment: 4, score: 4.2 };

  it("says the mean only once all five are given", () => {
    expect(ratedSaid(need)).toBe("Not rated");
    expect(ratedSaid({ ...need, impact: 5, urgency: 4, score: 4.5 })).toBe("2 of 5 ratings given");
    expect(ratedSaid(rated)).toBe("Rated 4.2 of 5");
  });

  it("says where a hand put it and why, and nothing where none did", () => {
    expect(placedSaid(need)).toBeNull();
    expect(placedSaid({ ...need, rank_reason: "The board asked" })).toBe(
      "Placed by hand, number 2 by its ratings: The board asked",
    );
    expect(placedSaid({ ...need, rank: 2, rank_reason: "The board asked" })).toBe(
      "Placed by hand: The board asked",
    );
  });

  it("counts evidence and never says none as zero", () => {
    expect(evidenceSaid(0)).toBe("no evidence yet");
    expect(evidenceSaid(1)).toBe("1 piece of evidence");
    expect(evidenceSaid(2)).toBe("2 pieces of evidence");
  });

  it("says in one sentence what it lacks", () => {
    expect(lackedSaid(["evidence"])).toBe("For a priority it lacks evidence.");
    expect(lackedSaid(["sentence", "evidence", "ratings"])).toBe(
      "For a priority it lacks a sentence on how it is now, evidence, and all five ratings.",
    );
  });
});
