import { describe, expect, test } from "vitest";
import type { AgreementRead, TargetRead, Thread } from "@/api/gen/types.gen";
import { aReason } from "@/testing/said";
import { comingUp, leadAgreement, leadTarget } from "./thread-parts";
import {
  agreedBy,
  agreementTitle,
  baseline,
  figureWords,
  nextTitle,
  nextWho,
  resultBy,
  signedOn,
  targetBy,
  targetTitle,
} from "./thread-words";

const here = { id: "s1", name: "Alderbrook School" };

/** Only what the thread looks at; the whole shapes are held against the contract where they are fetched. */
function agreement(values: object = {}): AgreementRead {
  return {
    id: "a1",
    title: "Reading tutoring 2019–20",
    effective_status: "active",
    effective_on: "2019-10-01",
    starts_on: "2019-10-01",
    ends_on: "2020-06-12",
    days_left: 137,
    signed_elsewhere_on: null,
    signatures: [
      { name: "Tomas Adeyemi", signed_on: "2019-09-27", voided_at: null },
      { name: "Harold Lindqvist", signed_on: "2019-09-30", voided_at: null },
    ],
    schools: [
      { school: here, confirmation: "confirmed", confirmed_by: { id: "p", name: "Carla Whitfield" } },
    ],
    resources: [],
    ...values,
  } as unknown as AgreementRead;
}

function target(values: object = {}): TargetRead {
  return {
    id: "t1",
    name: "Reading on grade level",
    kind: "better_off",
    status: "open",
    measure: "Students who read on grade level",
    unit: "percent",
    direction: "increase",
    is_lower_better: false,
    target_value: 85,
    period_ends_on: "2020-06-12",
    baseline_value: 51.04,
    baseline_numerator: 49,
    baseline_denominator: 96,
    baseline_period: "October 2019",
    partner_word: { word: "agreed", by: "Tomas Adeyemi", on: "2019-10-15" },
    schools: [{ school: here, word: "agreed", by: "Carla Whitfield", on: "2019-10-22" }],
    results: [],
    progress: { as_of_on: "2020-01-24" },
    ...values,
  } as unknown as TargetRead;
}

function thread(values: object = {}): Thread {
  return {
    effective_on: "2020-01-27",
    partnership: {
      id: "p1",
      school: here,
      coordinator: { name: "Marisol Vega" },
      partner_lead: { name: "Tomas Adeyemi" },
      clearance: { blockers: [] },
    },
    agreements: [agreement()],
    targets: [target()],
    ...values,
  } as unknown as Thread;
}

describe("what stands for the partnership", () => {
  test("is the agreement in force before any on its way or over", () => {
    const over = agreement({ id: "old", effective_status: "expired", ends_on: "2019-06-12" });
    const next = agreement({ id: "next", effective_status: "draft", ends_on: "2021-06-12" });
    expect(leadAgreement([next, over, agreement()])?.id).toBe("a1");
    expect(leadAgreement([over, next])?.id).toBe("next");
    expect(leadAgreement([])).toBeUndefined();
  });

  test("is the target that says whether students are better off, if it has a result", () => {
    const sessions = target({ id: "t2", name: "Sessions held", kind: "how_much" });
    const fresh = target({ progress: { as_of_on: null } });
    expect(leadTarget([sessions, target()])?.id).toBe("t1");
    expect(leadTarget([sessions, fresh])?.id).toBe("t2");
    expect(leadTarget([target({ status: "withdrawn" })])).toBeUndefined();
  });
});

describe("what happens next", () => {
  const room = {
    id: "r1",
    text: "Room 114",
    party: "school",
    delivered_on: null,
    promised_by_on: "2020-01-06",
  };

  test("are open promises for this school, unanswered targets and the end, soonest first", () => {
    const coming = comingUp(
      thread({
        agreements: [
          agreement({
            resources: [
              { ...room, school: here },
              { ...room, id: "r2", school: { id: "other", name: "Foxglove" } },
              { ...room, id: "r3", school: null, delivered_on: "2020-01-02" },
            ],
          }),
        ],
        targets: [target({ schools: [{ school: here, word: "pending" }] })],
      }),
    );
    expect(coming.map((next) => [nextTitle(next), nextWho(next), next.on])).toEqual([
      ["Promised: Room 114", "Marisol Vega", "2020-01-06"],
      ["The agreement ends: renew it or let it end", "Marisol Vega and Tomas Adeyemi", "2020-06-12"],
      ["Answer the target “Reading on grade level”", "Marisol Vega", null],
    ]);
  });

  test("what keeps the program out names who can act, else the side", () => {
    const blocked = thread({ agreements: [], targets: [] });
    blocked.partnership.clearance.blockers = [
      {
        code: "one",
        words: "No agreement.",
        said: aReason("No agreement."),
        who: { party: "district", roles: [], names: [] },
        due_on: null,
        about: null,
      },
      {
        code: "two",
        words: "Not started.",
        said: aReason("Not started."),
        who: { party: null, roles: [], names: [] },
        due_on: "2020-02-01",
        about: null,
      },
    ];
    expect(comingUp(blocked).map((next) => [nextTitle(next), nextWho(next)])).toEqual([
      ["Not started.", "Both sides"],
      ["No agreement.", "The district office"],
    ]);
  });
});

describe("the sentences", () => {
  test("of the agreement say its days, who signed and who confirmed", () => {
    expect(agreementTitle(agreement())).toBe("In force Oct 1, 2019 to Jun 12, 2020");
    expect(agreementTitle(agreement({ effective_status: "draft" }))).toBe(
      "Being drafted: Reading tutoring 2019–20",
    );
    expect(signedOn(agreement())).toBe("2019-09-30");
    expect(signedOn(agreement({ signatures: [], signed_elsewhere_on: "2019-08-01" }))).toBe("2019-08-01");
    expect(agreedBy(agreement(), "s1")).toBe(
      "Signed by Tomas Adeyemi and Harold Lindqvist. Confirmed for the school by Carla Whitfield.",
    );
  });

  test("of the target say what, by when, from where, and who agreed", () => {
    expect(targetTitle(target())).toBe("Students who read on grade level: 85% by June 12, 2020");
    expect(targetTitle(target({ is_lower_better: true, target_value: 12.5 }))).toBe(
      "Students who read on grade level: at most 12.5% by June 12, 2020",
    );
    expect(baseline(target())).toBe("The baseline was 49 of 96 in October 2019.");
    expect(baseline(target({ baseline_value: null }))).toBeNull();
    expect(targetBy(target(), "s1")).toBe(
      "Agreed by Carla Whitfield for the school and Tomas Adeyemi for the partner.",
    );
    expect(targetBy(target({ schools: [{ school: here, word: "pending" }] }), "s1")).toBe(
      "The school has not answered yet.",
    );
  });

  test("of the result name who reported and who checked the one that is shown", () => {
    const result = {
      school: here,
      as_of_on: "2020-01-24",
      entered_by: "Tomas Adeyemi",
      verified_by: "Renee Castellano",
    };
    expect(resultBy(target({ results: [result] }), "s1")).toBe(
      "Reported by Tomas Adeyemi, checked by Renee Castellano.",
    );
    expect(resultBy(target({ results: [{ ...result, verified_by: null }] }), "s1")).toBe(
      "Reported by Tomas Adeyemi, not checked yet.",
    );
    expect(resultBy(target({ results: [{ ...result, as_of_on: "2019-12-20" }] }), "s1")).toBe("");
  });

  test.each([
    [85, "percent", "85%"],
    [600, "count", "600"],
    [12, "hours", "12 hours"],
    [1250.5, "currency", "$1,250.50"],
  ] as const)("%d in %s is %s", (value, unit, words) => {
    expect(figureWords(value, unit)).toBe(words);
  });
});
