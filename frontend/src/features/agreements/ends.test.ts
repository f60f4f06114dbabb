/** Ending an agreement early, and what a renewal says otherwise. */
import { expect, test } from "vitest";
import { endFacts } from "./end-facts";
import { anAgreement, id } from "./agreement.test.data";
import { needName, warningWords } from "./needs";
import { fieldName, typeOf } from "./changes-words";

test("a notice says who gave it, when, and from when it no longer counts", () => {
  const agreement = anAgreement({
    status: "terminated",
    ceases_on: "2020-03-02",
    holds: [
      { from_on: "2019-12-02", until_on: "2019-12-10", reason: null },
      { from_on: "2020-01-20", until_on: null, reason: "No insurance" },
    ],
    notice: {
      side: "partner",
      given_on: "2020-01-27",
      given_by: { id: id(4), name: "Dana Fitch" },
      for_cause: false,
      papers: "Each side keeps its copies",
      paper_id: null,
      student_data: null,
      student_data_due_on: null,
    },
  });
  const [held, ended, papers] = endFacts(agreement);
  expect(held?.value).toBe("Dec 2 to Dec 9, 2019; since Jan 20, 2020");
  expect(ended?.value).toBe(
    "From Mar 2, 2020 on it no longer counts. Dana Fitch gave notice on Jan 27, 2020.",
  );
  expect(papers?.term).toBe("Its papers");
  expect(warningWords({ code: "ends_early", words: "" }, agreement)).toBe(
    "It ends early: it counts through March 1, 2020.",
  );
});

test("without a notice or a hold there is nothing to say", () => {
  expect(endFacts(anAgreement())).toEqual([]);
});

test("what follows another says what it waits for, and fields have names", () => {
  expect(needName("not_an_amendment")).toBe("A step on the agreement that it changes");
  expect(fieldName("ends_on")).toBe("Last day");
  expect(typeOf("mou")).not.toBe("mou");
  expect(typeOf("something_new")).toBe("something_new");
});
