import { describe, expect, test } from "vitest";
import type { AgreementRead } from "@/api/gen/types.gen";
import { alder, aSchool, anAgreement, anItem, birch } from "./agreement.test.data";
import { ending, isNarrowed, lead, listFinding, schoolsFinding, turn } from "./findings";
import { historySentence } from "./history-words";
import { isLate } from "./promises-section";
import { asked } from "./api";
import { readAgreementsSearch, readStartSearch } from "./search";
import { stepsOf } from "./steps";
import { whoActs } from "./who";

describe("the heading of the list", () => {
  test.each([
    [{}, { inForce: 31, expiring: 1 }, "31 agreements are in force; 1 of them ends within 90 days"],
    [
      { sort: "ends_on" },
      { inForce: 1, expiring: 0 },
      "1 agreement is in force; none of them ends within 90 days",
    ],
    [{ effective_on: "2030-01-01" }, { inForce: 0, expiring: 0 }, "No agreement is in force"],
    [{}, {}, "Agreements"],
    [{ waits_for_me: true }, { total: 3 }, "3 agreements wait for you"],
    [{ waits_for_me: true }, { total: 0 }, "No agreement waits for you"],
    [{ standing: "expiring_soon" }, { total: 9 }, "9 agreements end within 90 days"],
    [{ standing: "expiring_soon", q: "art" }, { total: 1 }, "1 agreement matches"],
    [{ q: "art" }, {}, "Agreements"],
  ] as const)("of %j with %j is “%s”", (search, counts, words) => {
    expect(listFinding(search, counts, 90)).toBe(words);
  });

  test("an order and a day do not narrow", () => {
    expect(isNarrowed({ sort: "ends_on", effective_on: "2020-05-01" })).toBe(false);
    expect(isNarrowed({ type: "moa" })).toBe(true);
  });
});

test.each([
  [anItem({ status: "executed", effective_status: "active" }), "Expires in 501 days (Jun 11, 2021)"],
  [
    anItem({ status: "executed", effective_status: "expired", ends_on: "2020-01-26" }),
    "Expired 1 day ago (Jan 26, 2020)",
  ],
  [anItem({ status: "executed", effective_status: "scheduled" }), "Starts in 28 days (Feb 24, 2020)"],
  [anItem(), "To Jun 11, 2021"],
  [
    anItem({ status: "terminated", effective_status: "expiring_soon", ceases_on: "2020-03-02" }),
    "Expires in 34 days (Mar 1, 2020)",
  ],
  [
    anItem({ status: "terminated", effective_status: "terminated", ceases_on: "2020-01-20" }),
    "To Jan 19, 2020",
  ],
])("how long it runs is a number of days and a date, once it is signed", (item, words) => {
  expect(ending(item, "2020-01-27")).toBe(words);
});

test("whose turn it is names the sides", () => {
  expect(turn(anItem())).toBe("The school and the district office");
  expect(turn(anItem({ waits_for: ["partner"] }))).toBe("The partner");
  expect(turn(anItem({ waits_for: [], effective_status: "active" }))).toBe("Nobody");
  expect(turn(anItem({ waits_for: [], effective_status: "expired" }))).toBe("A renewal");
});

test("schools are counted, and none named is not zero of zero", () => {
  expect(schoolsFinding({ named: 5, confirmed: 3, declined: 1 }, false)).toBe("3 of 5 confirmed");
  expect(schoolsFinding({ named: 0, confirmed: 0, declined: 0 }, false)).toBe("No school named yet");
  expect(schoolsFinding({ named: 0, confirmed: 0, declined: 0 }, true)).toBe("The whole district");
});

describe("the lead says where it stands", () => {
  const signature = {
    id: alder.id,
    party: "partner",
    name: "T",
    title: "D",
    method: "esign",
    signed_on: "2020-01-20",
    sha256: null,
    entered_by: null,
    document_id: null,
    voided_at: null,
  } as const;
  test.each([
    [{}, "In review for 14 days. 1 of 2 schools have confirmed. Feb 24, 2020 to Jun 11, 2021."],
    [
      { status: "draft", effective_status: "draft" },
      "A draft of the partner; nobody else has been asked yet. Feb 24, 2020 to Jun 11, 2021.",
    ],
    [
      { status: "out_for_signature", effective_status: "out_for_signature", signatures: [signature] },
      "Out for signature; one of two has signed. Feb 24, 2020 to Jun 11, 2021.",
    ],
    [
      {
        status: "out_for_signature",
        effective_status: "out_for_signature",
        signatures: [{ ...signature, voided_at: "2020-01-21T10:00:00Z" }],
      },
      "Out for signature; nobody has signed yet. Feb 24, 2020 to Jun 11, 2021.",
    ],
    [
      { status: "executed", effective_status: "active", effective_on: "2020-01-01" },
      "Fully signed. Expires in 501 days (Jun 11, 2021).",
    ],
  ] as const)("%#", (values, words) => {
    expect(lead(anAgreement(values as Parameters<typeof anAgreement>[0]))).toBe(words);
  });

  test("with nobody named it covers the district", () => {
    expect(lead(anAgreement({ schools: [], is_district_wide: true }))).toContain(
      "It covers the whole district.",
    );
  });
});

test("the steps say who and how long, with the year only when it is another one", () => {
  const notes = stepsOf(anAgreement({ schools: [aSchool(birch, "confirmed")] })).map(({ note }) => note);
  expect(notes).toEqual([
    "Dec 8, 2019, Dana Fitch",
    "Jan 13",
    "14 days so far, with the school and the district office",
    "Two people",
    "From Feb 24, if signed",
  ]);
});

test("a stopped step says how it ended", () => {
  const [, , , , last] = anAgreement().steps;
  const stopped = { ...last!, state: "stopped" as const, since_on: "2019-11-22" };
  const agreement = anAgreement({ status: "terminated", effective_status: "terminated", steps: [stopped] });
  expect(stepsOf(agreement)).toEqual([
    { key: "in_force", name: "In force", note: "Ended early, Nov 22, 2019", state: "current" },
  ]);
});

test("a promise is late from the day after, once the agreement binds and nobody delivered", () => {
  const promise: AgreementRead["resources"][number] = {
    id: alder.id,
    party: "school",
    text: "A room",
    value: null,
    promised_by_on: null,
    delivered_on: null,
    school: null,
    words: [],
    can_say_everywhere: false,
    can_say_at: [],
  };
  const bound = { as_of: "2020-01-27", effective_status: "active" } as const;
  expect(isLate({ ...promise, promised_by_on: "2020-01-26" }, bound)).toBe(true);
  expect(isLate({ ...promise, promised_by_on: "2020-01-27" }, bound)).toBe(false);
  expect(isLate({ ...promise, promised_by_on: null }, bound)).toBe(false);
  expect(isLate({ ...promise, promised_by_on: "2020-01-06", delivered_on: "2020-01-20" }, bound)).toBe(false);
  expect(
    isLate({ ...promise, promised_by_on: "2020-01-06" }, { ...bound, effective_status: "in_review" }),
  ).toBe(false);
});

test("who acts is the reader, people by name, or a role that nobody holds", () => {
  const who = (names: string[]) => ({ party: "district" as const, roles: ["partnership_office"], names });
  expect(whoActs(who(["Renee Castellano", "Denise Okafor"]), "Denise Okafor")).toBe("you");
  expect(whoActs(who(["A", "B", "C"]), undefined)).toBe("A, B or C");
  expect(whoActs(who([]), undefined)).toBe("the district office");
});

test("history is told as sentences with who and which school; an unknown fact in the log's words", () => {
  const fact = {
    at: "2020-01-24T22:12:00Z",
    version: 7,
    reason: null,
    words: "The principal declined for a school",
    who: { kind: "person" as const, id: alder.id, name: "Joan Mbeki" },
    names: { [alder.id]: alder.name },
    changed: [{ field: "school_id", label: "School", before: alder.id, after: alder.id, is_withheld: false }],
  };
  expect(historySentence({ ...fact, kind: "agreement.school_declined" })).toBe(
    "Joan Mbeki declined for Alderbrook School.",
  );
  expect(historySentence({ ...fact, kind: "agreement.signature_declined" })).toMatch(/ does not sign\.$/);
  const clauseMoved = (after: string) => {
    const changed = [
      { field: "clause", label: "Clause", before: "Insurance", after: "Insurance", is_withheld: false },
      { field: "state", label: "State", before: "under_discussion", after, is_withheld: false },
    ];
    return historySentence({ ...fact, kind: "agreement.clause_moved", changed });
  };
  expect(clauseMoved("finalized")).toMatch(/ called the clause “Insurance” finalized\.$/);
  expect(clauseMoved("under_discussion")).toMatch(/ put the clause “Insurance” under discussion\.$/);
  expect(clauseMoved("not_yet_addressed")).toMatch(
    / set the clause “Insurance” back to not yet addressed\.$/,
  );
  expect(historySentence({ ...fact, kind: "agreement.moved_on" })).toBe(
    "Joan Mbeki: The principal declined for a school.",
  );
  const signed = [{ field: "party", label: "Party", before: null, after: "partner", is_withheld: false }];
  expect(historySentence({ ...fact, kind: "agreement.signed", changed: signed })).toBe(
    "Joan Mbeki signed for the partner.",
  );
});

describe("addresses", () => {
  test("what is not known is left out", () => {
    expect(
      readAgreementsSearch({
        q: " art ",
        standing: "asleep",
        type: "moa",
        partner: "x",
        school: alder.id,
        waits_for_me: "1",
        effective_on: "2020-02-30",
        sort: "-updated_at",
      }),
    ).toEqual({ q: "art", type: "moa", school: alder.id, waits_for_me: true });
    expect(readStartSearch({ partner: alder.id, school: 3 })).toEqual({ partner: alder.id });
  });

  test("where it stands is asked as it stands on the day, its own state or what the dates say", () => {
    expect(asked({ standing: "draft" })).toEqual({ effective: "draft" });
    expect(asked({ standing: "in_force", sort: "ends_on" })).toEqual({
      effective: "in_force",
      sort: "ends_on",
    });
  });
});
