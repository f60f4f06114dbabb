import { expect, test } from "vitest";
import { aRequirement, id } from "./office.test.data";
import { emptyDraft, readDraft, writeChanges, writeNew } from "./requirements-draft";
import {
  insteadSentence,
  requirementsFinding,
  requirementSentence,
  termsSentence,
  whomLine,
} from "./requirements-words";

test("insurance is said with its limit, of whom it is asked and from which day", () => {
  expect(requirementSentence(aRequirement({ deliveries: ["in_person", "hybrid"] }))).toBe(
    "General liability insurance of at least $1,000,000 each, asked of in-person programs from Mar 1, 2020.",
  );
});

test("both limits, and every condition, are said", () => {
  const asked = aRequirement({
    min_aggregate: "2000000.00",
    times_of_day: ["before_school", "after_school"],
    grades: ["K", "1", "2"],
    needs_place: true,
  });
  expect(requirementSentence(asked)).toBe(
    "General liability insurance of at least $1,000,000 each and $2,000,000 in all, asked of all programs (before school, after school; grades K–2; with a place of their own in the building) from Mar 1, 2020.",
  );
});

test("checks are named, with how long they are good and what may stand in their place", () => {
  const asked = aRequirement({
    kind: "background_check",
    coverage: null,
    min_each: null,
    check_kinds: ["state_criminal", "child_abuse"],
    validity_months: 60,
    accepts_instead: ["agency_letter"],
  });
  expect(requirementSentence(asked)).toBe(
    "Background checks of each person (State criminal record and Child abuse history), good for 5 years, asked of all programs from Mar 1, 2020.",
  );
  expect(insteadSentence(asked)).toBe("A letter of the agency may stand in its place.");
});

test("what is no longer asked says its last day, and what never was says so", () => {
  expect(requirementSentence(aRequirement({ retired_from: "2020-07-01" }))).toContain(
    "from Mar 1, 2020 through Jun 30, 2020.",
  );
  expect(requirementSentence(aRequirement({ retired_from: "2020-03-01" }))).toContain("never asked");
});

test("the list says how many papers are asked now and later", () => {
  expect(requirementsFinding(0, 0)).toBe("The district asks for no papers yet");
  expect(requirementsFinding(2, 1)).toBe("The district asks for 2 papers, 1 more later");
  expect(requirementsFinding(0, 4)).toBe("The district asks for 4 papers from a later day");
});

test("a form sends only what fits the kind of paper, money as the wire writes it", () => {
  const body = writeNew({
    ...emptyDraft,
    title: " Endorsement ",
    kind: "endorsement",
    min_each: "1,000,000",
    check_kinds: ["tb"],
    place: ["yes"],
    enforced_from: "2020-03-01",
  });
  expect(body).toMatchObject({
    kind: "endorsement",
    title: "Endorsement",
    coverage: "general_liability",
    min_each: null,
    check_kinds: [],
    needs_place: true,
  });
  expect(writeNew({ ...emptyDraft, title: "GL", min_each: "$1,000,000" }).min_each).toBe("1000000.00");
});

test("an edit names only what was changed", () => {
  const draft = { ...readDraft(aRequirement()), title: "Liability", months: "12" };
  expect(writeChanges(draft, ["title", "months"])).toEqual({ title: "Liability", validity_months: 12 });
});

test("several conditions are said together, and one program by its name and whose it is", () => {
  const asked = aRequirement({
    area_names: ["Counseling", "Health"],
    org_types: ["business", "health"],
    payment: "paid",
    deliveries: ["in_person", "hybrid"],
  });
  expect(requirementSentence(asked)).toBe(
    "General liability insurance of at least $1,000,000 each, asked of in-person programs (Counseling, Health; run by: business, health provider; paid by the school) from Mar 1, 2020.",
  );
  const one = aRequirement({
    program: { id: id(9), name: "Math lab", partner: "Brightpath" },
    payment: "free",
  });
  expect(requirementSentence(one)).toContain(
    "asked of Math lab of Brightpath alone (free for the school) from",
  );
});

test("an area says that everything under it is meant, where there is anything", () => {
  const said = (area_names: string[], has_areas_below: boolean) =>
    requirementSentence(aRequirement({ area_names, has_areas_below }));
  expect(said(["Academics"], true)).toContain("all programs (Academics and everything under it) from");
  expect(said(["Arts", "Climate"], true)).toContain("(Arts, Climate and everything under them)");
  expect(said(["Health"], false)).toContain("(Health)");
});

test("whether people are ever alone with students is said, and sent", () => {
  expect(requirementSentence(aRequirement({ supervision: "alone" }))).toContain(
    "all programs (people ever alone with students) from",
  );
  const draft = readDraft(aRequirement({ supervision: "staff_present" }));
  expect(writeChanges({ ...draft, supervision: "" }, ["supervision"])).toEqual({ supervision: null });
  expect(writeNew({ ...draft, supervision: "alone" }).supervision).toBe("alone");
});

test("an edit of conditions sends those alone, and empty ones as none", () => {
  const draft = {
    ...readDraft(aRequirement({ payment: "paid", program_id: id(9) })),
    payment: "",
    program_id: "",
  };
  expect(
    writeChanges({ ...draft, areas: ["health"], org_types: ["business"] }, [
      "areas",
      "org_types",
      "payment",
      "program_id",
    ]),
  ).toEqual({
    areas: ["health"],
    org_types: ["business"],
    payment: null,
    program_id: null,
  });
});

test("a line says of whom it is asked, and the sentence beside it leaves that out", () => {
  const line = (values: Parameters<typeof aRequirement>[0]) => whomLine(aRequirement(values));
  expect(line({})).toBe("All programs");
  expect(line({ area_names: ["Tutoring"], has_areas_below: true, payment: "paid" })).toBe(
    "Tutoring and everything under it · paid by the school",
  );
  expect(line({ deliveries: ["virtual"], grades: ["9", "10"] })).toBe("Online programs · grades 9–10");
  expect(line({ deliveries: ["in_person", "virtual"], supervision: "alone" })).toBe(
    "People ever alone with students",
  );
  expect(line({ program: { id: id(9), name: "Math lab", partner: "Brightpath" } })).toBe(
    "Math lab of Brightpath alone",
  );
  expect(termsSentence(aRequirement({ payment: "paid" }))).toBe(
    "General liability insurance of at least $1,000,000 each, asked from Mar 1, 2020.",
  );
  expect(termsSentence(aRequirement({ retired_from: "2020-07-01" }))).toContain(
    "asked from Mar 1, 2020 through Jun 30, 2020.",
  );
});
