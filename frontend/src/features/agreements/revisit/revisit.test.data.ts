/** An annual revisit as the API tells it, for tests to change. */
import type { RevisitsRead } from "@/api/gen/types.gen";
import { zRevisitsRead } from "@/api/gen/zod.gen";
import { alder, birch, id } from "../agreement.test.data";
import type { Place, Revisit, Word } from "./api";

export function aWord(values: Partial<Word> = {}): Word {
  return {
    side: "partner",
    outcome: "confirmed",
    note: null,
    by: { id: id(4), name: "Dana Fitch" },
    on: "2020-01-20",
    ...values,
  };
}

export function aPlace(school: Place["school"], values: Partial<Place> = {}): Place {
  return {
    school,
    state: "open",
    outcome: null,
    words: [],
    last_words: [],
    waits_for: ["school", "partner"],
    who: [
      { side: "school", names: ["Denise Okafor"] },
      { side: "partner", names: ["Dana Fitch"] },
    ],
    is_yours: true,
    can_say: true,
    plan: null,
    ...values,
  };
}

export function aRevisit(values: Partial<Revisit> = {}): Revisit {
  return {
    id: id(51),
    school_year: "2019-2020",
    last_school_year: "2018-2019",
    opens_on: "2020-01-02",
    due_on: "2020-03-02",
    state: "open",
    overdue_schools: 0,
    schools: [aPlace(alder), aPlace(birch)],
    waits_for: ["school", "partner"],
    can_answer: true,
    can_amend: false,
    amendment: null,
    ...values,
  };
}

export function theRevisits(values: Partial<RevisitsRead> = {}): RevisitsRead {
  const revisits: RevisitsRead = {
    id: id(1),
    version: 3,
    as_of: "2020-01-27",
    agreement: {
      id: id(1),
      number: "A-2019-0004",
      title: "Afternoon mentoring",
      status: "executed",
      starts_on: "2018-09-03",
      ends_on: "2021-06-11",
    },
    partner: { id: id(2), name: "North Branch Mentors" },
    side: "partner",
    items: [aRevisit()],
    current_id: id(51),
    comparison: { last_year_from: "2019-03-03", promises: [], not_delivered: [] },
    ...values,
  };
  zRevisitsRead.parse(revisits);
  return revisits;
}
