import { expect, test } from "vitest";
import { finding as treeFinding, leadWords } from "../tree/words";
import { emptySection, fieldOf, toUpdate, type TemplateValues } from "./draft";
import { readVersions } from "./search";
import { finding, madeWords, textProblem } from "./words";

const values: TemplateValues = { name: " Terms ", note: " ", is_negotiable: true, sections: [] };
const safety = { ...emptySection, heading: "Safety of students", text: "Two adults.\n\n Doors open. " };

test("a section that becomes a clause gets a code of its own, and one that is a clause keeps its code", () => {
  const { sections } = toUpdate({
    ...values,
    sections: [
      { ...safety, is_clause: true, is_required: true },
      { ...safety, heading: "Safety of  students!", is_clause: true },
      { ...safety, heading: "Renamed", code: "insurance", is_clause: true },
    ],
  });
  expect(sections?.map(({ code }) => code)).toEqual([
    "c_safety_of_students",
    "c_safety_of_students_2",
    "insurance",
  ]);
  expect(sections?.map(({ is_required: isRequired }) => isRequired)).toEqual([true, false, false]);
});

test("a section that is no clause any more has no code and cannot be required", () => {
  const { sections } = toUpdate({ ...values, sections: [{ ...safety, code: "safety", is_required: true }] });
  expect(sections?.[0]).toMatchObject({ code: null, is_required: false });
});

test("each line is a paragraph, and blanks around words are nothing", () => {
  const body = toUpdate({ ...values, sections: [safety] });
  expect(body).toMatchObject({ name: "Terms", note: null });
  expect(body.sections?.[0]?.paragraphs).toEqual(["Two adults.", "Doors open."]);
});

test("what the server refuses is shown at the field that holds it", () => {
  expect(fieldOf("name")).toBe("name");
  expect(fieldOf("sections.2.paragraphs.1")).toBe("sections.2.text");
  expect(fieldOf("sections.0.items.0")).toBe("sections.0.items");
  expect(fieldOf("sections.1.code")).toBe("sections.1.heading");
  expect(fieldOf("type")).toBeNull();
  expect(textProblem("unknown_placeholder", "")).toContain("{first_day}");
  expect(textProblem("of_tomorrow", "As the server says")).toBe("As the server says");
});

test("only whole numbers of versions are read from the address", () => {
  expect(readVersions({ version: 3, since: "x" })).toEqual({ version: 3 });
  expect(readVersions({ version: 0 })).toEqual({});
});

test("the headings count what is in use and what the district leads elsewhere", () => {
  const of = (...all: ("draft" | "published" | "retired")[]) => finding(all.map((status) => ({ status })));
  expect(of("draft", "retired")).toBe("No template is in use yet");
  expect(of("published", "draft")).toBe("1 template is in use");
  expect(treeFinding([{ is_own: false }])).toBe("Each of the nine answers leads the usual way");
  expect(treeFinding([{ is_own: true }, { is_own: true }])).toBe(
    "2 of nine answers lead where the district says",
  );
  expect(madeWords(0)).toBe("no agreement made from it");
});

test("where an answer leads is said with its type, whether it binds, and who is added", () => {
  expect(leadWords({ type: null, is_binding: true, steps: [] })).toBe("Changes nothing.");
  expect(leadWords({ type: null, is_binding: true, steps: ["risk"] })).toBe("Adds risk review.");
  expect(leadWords({ type: "moa", is_binding: false, steps: ["legal", "board"] })).toBe(
    "Agreement (MOA), which binds neither side. Adds legal review and the board’s vote.",
  );
});
