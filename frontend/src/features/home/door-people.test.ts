import { expect, test } from "vitest";
import type { EntryList, EntryRead } from "@/api/gen/types.gen";
import { zEntryList } from "@/api/gen/zod.gen";
import { restWords } from "@/features/schools";
import { door } from "./door";
import { countVisitors, visitorsOf } from "./door-people";

const id = (number: number) => `018f0000-0000-7000-8000-${String(number).padStart(12, "0")}`;

function person(number: number, name: string): EntryRead["people"][number] {
  return { id: id(number), name, title: null, with_staff: false, cleared_through: null };
}

function entry(number: number, partner: string, values: Partial<EntryRead> = {}): EntryRead {
  return {
    id: id(number),
    partner: { id: id(number + 100), name: partner, status: "approved" },
    program: {
      id: id(number + 200),
      name: "Tutoring",
      areas: [],
      times_of_day: [],
      weekdays: [],
      grades: [],
    },
    stage: "active",
    may_enter: true,
    people: [],
    meets_that_day: true,
    cleared: true,
    cleared_through: null,
    runs: { standing: "runs", words: null, said: null, from_on: null },
    reasons: [],
    said: [],
    schedule: null,
    start_time: null,
    place: null,
    partner_lead: null,
    coordinator: null,
    ...values,
  };
}

function list(...items: EntryRead[]): EntryList {
  const whole = { school: { id: id(1), name: "Alderbrook School" }, effective_on: "2020-01-27", items };
  zEntryList.parse(whole);
  return whole;
}

test("people stand by name, programs without names last, and nobody of a program that may not enter", () => {
  const visitors = visitorsOf(
    list(
      entry(2, "Kindling Reading"),
      entry(3, "Riverbend Learning", { people: [person(12, "Priya Anand"), person(11, "Ben Castellanos")] }),
      entry(4, "Second Bell Arts", { may_enter: false, people: [person(13, "Abel Early")] }),
    ),
  );
  expect(visitors.map(({ person: who, entry: of }) => who?.name ?? of.partner.name)).toEqual([
    "Ben Castellanos",
    "Priya Anand",
    "Kindling Reading",
  ]);
});

test("somebody who comes for two programs has two lines and counts once", () => {
  const priya = person(12, "Priya Anand");
  const at = list(
    entry(3, "Riverbend Learning", { people: [priya] }),
    entry(4, "Riverbend Learning", { people: [priya] }),
    entry(2, "Kindling Reading"),
  );
  expect(visitorsOf(at)).toHaveLength(3);
  expect(countVisitors([at])).toEqual({ people: 1, unnamed: 1 });
});

test("what does not run on the day is apart from what is kept out: nobody has to mend it", () => {
  const runs = { standing: "not_in_summer", words: "…", said: null, from_on: "2020-09-08" } as const;
  const at = door(
    list(
      entry(4, "Second Bell Arts", { may_enter: false }),
      entry(5, "Kindling Reading", { may_enter: false, runs }),
    ),
  );
  expect(at.kept.map(({ partner }) => partner.name)).toEqual(["Second Bell Arts"]);
  expect(at.resting.map(({ partner }) => partner.name)).toEqual(["Kindling Reading"]);
  expect(restWords(runs)).toBe("Does not run in summer; school begins on September 8, 2020.");
});
