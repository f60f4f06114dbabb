import { describe, expect, test } from "vitest";
import type { Asked, PaperRow } from "./api";
import { standingWords } from "./standing-words";
import { has, scanFault, startFor, writePaper, readPaper } from "./paper-draft";
import { unlockWords } from "./paper-words";
import { groupAsked, nextOf, placesByProgram } from "./partner-checklist";
import { findingOf, nextWhy, nextWords, standingTag, termsWords } from "./partner-words";
import { readPeople } from "./staff-paste";
import { clearedWords, groupPeople, lacksWords, placesWords, staffFinding } from "./staff-words";
import { aMember, anAsked, aPaper, aPlace, owed } from "./partner.test.data";

const day = "2020-01-27";

const certificate = anAsked({ title: "General liability insurance", met_through: "2020-06-30" });
const expired = anAsked({
  title: "General liability insurance",
  missing: [owed({ standing: "paper_expired", on: "2019-06-30" })],
});
const later = anAsked({
  title: "Endorsement",
  kind: "endorsement",
  is_enforced: false,
  enforced_from: "2020-03-02",
  missing: [
    owed({ title: "Endorsement", standing: "paper_missing" }, { code: "paper_due", due_on: "2020-03-02" }),
  ],
});

describe("the checklist", () => {
  test("puts what keeps programs out before what is due and what is there", () => {
    const groups = groupAsked([certificate, later, expired]);
    expect(groups).toEqual({ out: [expired], due: [later], there: [certificate] });
    expect(findingOf([certificate, later, expired], day)).toBe("One thing keeps programs out of 1 school");
    expect(findingOf([certificate, later], day)).toBe("Nothing keeps you out; one paper is due by Mar 2");
    expect(findingOf([certificate], day)).toBe("All papers are in order");
    expect(findingOf([], day)).toBe("The district asks for no papers");
  });

  test("names one next step: what came back, then what is missing, then what runs out", () => {
    const back: PaperRow = { ...aPaper(), state: "rejected", status: "rejected" };
    const returned: Asked = { ...later, papers: [back] };
    expect(nextOf([returned, certificate], day)).toEqual({ kind: "mend", item: returned, paperId: back.id });
    expect(nextOf([expired, later], day)).toEqual({ kind: "hand_in", item: expired });
    expect(nextOf([certificate], day)).toBeNull();
    expect(nextOf([certificate], "2020-05-01")).toEqual({ kind: "renew", item: certificate });
    expect(nextWords({ kind: "hand_in", item: expired }).heading).toBe(
      "Hand in: General liability insurance",
    );
    expect(nextWhy({ kind: "hand_in", item: later }, [later, expired])).toBe(
      "It is asked at 1 school and keeps nobody out before March 2, 2020. One more is listed below.",
    );
  });

  test("leaves no step to the partner while the district reads what was sent", () => {
    const waiting = anAsked({ missing: [owed({ standing: "paper_in_review" }, { party: "district" })] });
    expect(nextOf([waiting], day)).toBeNull();
    expect(standingTag(waiting, day)).toEqual({ look: "review", words: "Being looked at" });
  });

  test.each([
    [certificate, day, "Accepted until Jun 30, 2020"],
    [certificate, "2020-06-20", "Ends in 10 days"],
    [certificate, "2020-06-30", "Ends today"],
    [expired, day, "Ran out"],
    [later, day, "Due by Mar 2, 2020"],
  ])("says how it stands: %#", (item, on, words) => {
    expect(standingTag(item, on).words).toBe(words);
  });

  test("says what is asked and where it is missing, program by program", () => {
    expect(termsWords(certificate)).toBe(
      "Insurance certificate: General liability, at least $1,000,000 each, $2,000,000 in all.",
    );
    const places = [aPlace("Math", "Birch"), aPlace("Reading", "Foxglove"), aPlace("Math", "Alder")];
    expect(placesByProgram(places)).toEqual([
      { id: "Math", program: "Math", schools: ["Alder", "Birch"] },
      { id: "Reading", program: "Reading", schools: ["Foxglove"] },
    ]);
  });
});

describe("how the nearest paper stands", () => {
  test.each([
    ["paper_missing", "General liability insurance is missing."],
    ["paper_expired", "General liability insurance ran out on June 30, 2019."],
    ["paper_rejected", "General liability insurance was turned down."],
    ["paper_limits_low", "General liability insurance: the limits are lower than the district asks."],
    ["nobody_listed", "Nobody is on the staff list."],
  ] as const)("%s: %s", (standing, words) => {
    expect(standingWords(owed({ standing, on: "2019-06-30" }).about)).toBe(words);
  });

  test("counts people", () => {
    expect(standingWords(owed({ standing: "too_few_cleared", people: 1, needed: 2 }).about)).toBe(
      "Only 1 of 2 people needed have a background check in date.",
    );
  });
});

describe("a paper's form", () => {
  test("begins with what is asked and what the last one said, without its days", () => {
    const start = startFor(certificate, aPaper());
    expect(start).toMatchObject({
      coverage: "general_liability",
      carrier: "Prairie Mutual",
      limit_each: "1000000",
    });
    expect([start.effective_on, start.expires_on]).toEqual(["", ""]);
    expect(startFor(later, undefined).kind).toBe("endorsement");
  });

  test("sends only the fields that its kind has", () => {
    const letter = { ...readPaper(aPaper()), kind: "agency_letter" };
    expect(has(letter, "carrier")).toBe(false);
    expect(writePaper(letter)).toMatchObject({ carrier: null, coverage: null, limit_each: null });
    expect(writePaper({ ...readPaper(aPaper()), limit_each: "$1,500,000" }).limit_each).toBe("1500000.00");
  });

  test.each([
    ["acord.pdf", 9, null],
    ["photo.JPEG", 9, null],
    ["letter.docx", 9, "kind"],
    ["big.pdf", 25_000_001, "size"],
    ["none.pdf", 0, "empty"],
  ])("a scan %s of %d bytes: %s", (name, size, fault) => {
    expect(scanFault({ name, size })).toBe(fault);
  });

  test("says what it unlocks", () => {
    const none = { clear_now: 0, frees: 0, helps: 0, words: "", left: [] };
    expect(unlockWords({ ...none, schools: 14, clear_then: 11 })).toBe(
      "Clear at 11 of 14 schools once accepted.",
    );
    expect(unlockWords({ ...none, schools: 14, clear_now: 14, clear_then: 14 })).toBe(
      "Clear at all 14 schools now; it stays so once this is accepted.",
    );
    expect(unlockWords({ ...none, schools: 0, clear_then: 0 })).toBe(
      "No program of yours is planned at a school yet.",
    );
  });
});

describe("a staff list", () => {
  test("takes several people at once, from a spreadsheet or typed, each once", () => {
    const pasted =
      "Ana Ruiz\tTutor\tana@riverbend.example\r\n\nBen Cole, ben@riverbend.example, Site manager\nana ruiz\n  ";
    expect(readPeople(pasted)).toEqual({
      people: [
        { name: "Ana Ruiz", title: "Tutor", email: "ana@riverbend.example" },
        { name: "Ben Cole", title: "Site manager", email: "ben@riverbend.example" },
      ],
      twice: ["ana ruiz"],
    });
    expect(readPeople("only@mail.example").people).toEqual([]);
  });

  test("tells apart who may enter, who lacks a check and why, and who has left", () => {
    const may = aMember();
    const lapsed = aMember({
      is_cleared: false,
      lacks: [
        { kind: "tb", how: "expired" },
        { kind: "cori", how: "expired" },
      ],
    });
    const left = aMember({ ends_on: "2020-01-26" });
    const today = aMember({ ends_on: day });
    const people = groupPeople([may, lapsed, left, today], day);
    expect(people).toEqual({ cleared: [may, today], off: [lapsed], left: [left] });
    expect(staffFinding(people)).toBe("2 of 3 people listed may enter");
    expect(lacksWords(lapsed)).toBe("Tuberculosis test and Criminal record (CORI): ran out");
    expect(clearedWords(aMember({ cleared_through: "2020-02-06" }), day)).toBe(
      "Ends in 10 days (Feb 6, 2020)",
    );
    expect(clearedWords(aMember({ cleared_through: "2023-08-19" }), day)).toBe("In date until Aug 19, 2023");
  });

  test("says where they enter", () => {
    expect(placesWords([])).toBe("Nowhere yet");
    expect(placesWords([aPlace("Reading", "Birch"), aPlace("Reading", "Alder")])).toBe(
      "Reading at Birch and Alder",
    );
    expect(placesWords([{ ...aPlace("Reading", "Birch"), school: null }])).toBe("Reading, wherever it is");
  });
});
