/** Holds that whatever the server can say has its Spanish: `make openapi` writes what it can say from its code. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import type { SaidRead } from "@/api/gen/types.gen";
import { activateLanguage } from "@/lib/i18n";
import fields from "./fields.es.json";
import problems from "./problems.es.json";
import { findingWords, partsWords, reasonWords } from "./reasons";
import told from "./reasons.es.json";
import { spokenFaults, spokenProblem, words, type Catalog } from "./spoken";

type Said = {
  problems: Record<string, { title: string; details: string[] }>;
  fields: Record<string, string[]>;
  checks: string[];
  reasons: Record<string, string>;
  terms: string[];
};

const said = JSON.parse(readFileSync(resolve("../backend/words.json"), "utf8")) as Said;
const catalogs: Record<string, Catalog> = { problems, fields };
const spanish: Readonly<Record<string, string>> = told.reasons;
const valuesOf = (sentence: string) =>
  [...sentence.matchAll(/\{(\w*)\}/g)].map(([, name]) => name).toSorted();

afterEach(() => activateLanguage("en"));

describe("every word of the server's has its Spanish", () => {
  test.each(Object.entries(said.problems))("problem %s", (slug, { details }) => {
    expect(words(catalogs["problems"]!, slug, "", {})).toBeTruthy();
    for (const detail of details) expect(catalogs["problems"]![slug]).toHaveProperty([detail]);
  });

  test.each(Object.entries(said.fields))("field %s", (code, sentences) => {
    const told = catalogs["fields"]![code];
    expect(told).toBeTruthy();
    // One sentence for a code needs no more than the code; of several each is said as exactly as in English.
    const plain = sentences.length > 1 ? sentences.filter((each) => valuesOf(each).length === 0) : [];
    const keys = typeof told === "object" ? Object.keys(told) : [];
    expect(
      [...plain, ...(typeof told === "object" ? [""] : [])].filter((each) => !keys.includes(each)),
    ).toEqual([]);
    // A number or a day in the Spanish is one that is sent beside the words.
    const sent = new Set(sentences.flatMap(valuesOf));
    const named = typeof told === "string" && !said.checks.includes(code) ? valuesOf(told) : [];
    expect(named.filter((name) => !sent.has(name))).toEqual([]);
  });

  test.each(Object.entries(said.reasons))("reason %s", (code, sentence) => {
    expect(told.reasons).toHaveProperty([code]);
    // The Spanish names what the English names, and nothing that is not sent.
    expect(valuesOf(spanish[code] ?? "")).toEqual(valuesOf(sentence));
  });

  test.each(said.terms)("term %s", (term) => expect(told.terms).toHaveProperty([term]));

  test.each(said.checks)("check %s", (code) => expect(catalogs["fields"]).toHaveProperty([code]));
});

test("there is no Spanish for what the server never says", () => {
  expect(Object.keys(problems).filter((slug) => !(slug in said.problems))).toEqual([]);
  expect(Object.keys(fields).filter((code) => !(code in said.fields) && !said.checks.includes(code))).toEqual(
    [],
  );
  expect(Object.keys(told.reasons).filter((code) => !(code in said.reasons))).toEqual([]);
});

describe("reasons", () => {
  const starts = {
    code: "agreement_starts",
    words: "The agreement starts on July 1, 2020.",
    params: { on: "2020-07-01" },
  };
  const unfit: SaidRead[] = [
    { code: "fit_none", words: "Does not fit", params: {} },
    { code: "grades_other", words: "Grades: 9–12, not K–2", params: { offered: "9–12", asked: "K–2" } },
  ];
  const fits: SaidRead[] = [
    { code: "fit_good", words: "Good fit: 4 of 6 met", params: { met: 4, of: 6 } },
    { code: "fit_partly", words: "2 partly", params: { count: 2 } },
  ];

  test("are as the server says them in English, in the page's own signs", () => {
    expect(reasonWords(starts)).toBe(starts.words);
    expect(reasonWords({ code: "x", words: "The partner's turn", params: {} })).toBe("The partner’s turn");
    expect(partsWords(unfit)).toBe("Does not fit. Grades: 9–12, not K–2");
    expect(partsWords(fits)).toBe("Good fit: 4 of 6 met, 2 partly");
    expect(partsWords([])).toBe("");
  });

  test("are told in Spanish with its days, numbers and words", async () => {
    await activateLanguage("es");
    expect(reasonWords(starts)).toBe("El acuerdo empieza el 1 de julio de 2020.");
    expect(reasonWords({ code: "room_some", words: "…", params: { places: 1200, asked: 2500 } })).toBe(
      "Cupo para 1,200 de unos 2,500",
    );
    expect(reasonWords({ code: "when_met", words: "…", params: { shared: ["after_school"] } })).toBe(
      "Horario: después de clases",
    );
    expect(reasonWords({ code: "language_yes", words: "…", params: { asked: ["Spanish", "Twi"] } })).toBe(
      "Español, Twi: sí",
    );
    expect(partsWords(unfit)).toBe("No encaja. Grados: 9–12, no K–2");
    expect(partsWords(fits)).toBe("Encaja bien: cumple 4 de 6, en parte: 2");
  });

  test("of results are one sentence in English, and in Spanish one for each thing", async () => {
    const said: SaidRead[] = [
      { code: "finding_now", words: "…", params: { name: "Reading", number: "74.0%" } },
      { code: "finding_up", words: "…", params: { start: "51.0%" } },
    ];
    const finding = "Reading: 74.0%, up from 51.0%.";
    expect(findingWords({ finding, finding_said: said })).toBe(finding);
    await activateLanguage("es");
    expect(findingWords({ finding, finding_said: said })).toBe(
      "Reading: 74.0%. Al inicio era más bajo: 51.0%.",
    );
  });

  test("that nobody knows, or that lack a value, stay as the server says them", async () => {
    await activateLanguage("es");
    expect(reasonWords({ code: "brand_new", words: "Said by a newer server", params: {} })).toBe(
      "Said by a newer server",
    );
    expect(reasonWords({ ...starts, params: {} })).toBe(starts.words);
  });
});

describe("in Spanish", () => {
  const fault = (code: string, detail: string, params?: Record<string, number | string>) =>
    spokenFaults([{ pointer: "/x", code, detail, params: params ?? null }]).then(([one]) => one?.detail);

  test("a problem and its fields are told by slug and code", async () => {
    await activateLanguage("es");
    const told = await spokenProblem({
      type: "urn:alongside:problem:data-validation-failed",
      title: "Some values need mending",
      detail: null,
      errors: [{ pointer: "/ends_on", code: "date_order", detail: "The last day is before the first" }],
    });
    expect(told.title).toBe("Hay que corregir algunos datos");
    expect(told.errors[0]?.detail).toBe("El último día es anterior al primero");
  });

  test("numbers and days come from what is sent beside the words", async () => {
    await activateLanguage("es");
    expect(await fault("too_short", "Choose … 12 characters", { least: 12 })).toContain(
      "al menos 12 caracteres",
    );
    expect(await fault("too_short", "List … 1 item", { min_length: 1 })).toBe("Indique al menos 1");
    expect(await fault("after_predecessor", "A renewal …", { first: "2020-07-01" })).toContain("julio");
  });

  test("a sentence nobody knows is told by its code, and a code nobody knows as the server says it", async () => {
    await activateLanguage("es");
    expect(await fault("date_order", "Something new")).toBe("Los días no están en orden");
    expect(await fault("unknown_grade", "This is not one of the district's grades")).toContain(
      "lista del distrito",
    );
    expect(await fault("brand_new", "Said by a newer server")).toBe("Said by a newer server");
  });
});

test("in English the server's own words stand", async () => {
  const problem = {
    type: "urn:alongside:problem:conflict",
    title: "This does not fit",
    detail: "Told exactly",
  };
  expect(await spokenProblem(problem)).toBe(problem);
});
