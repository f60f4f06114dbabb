/** Holds that whatever the server can say has its Spanish: `make openapi` writes what it can say from its code. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { activateLanguage } from "@/lib/i18n";
import fields from "./fields.es.json";
import problems from "./problems.es.json";
import { spokenFaults, spokenProblem, words, type Catalog } from "./spoken";

type Said = {
  problems: Record<string, { title: string; details: string[] }>;
  fields: Record<string, string[]>;
  checks: string[];
};

const said = JSON.parse(readFileSync(resolve("../backend/words.json"), "utf8")) as Said;
const catalogs: Record<string, Catalog> = { problems, fields };
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

  test.each(said.checks)("check %s", (code) => expect(catalogs["fields"]).toHaveProperty([code]));
});

test("there is no Spanish for what the server never says", () => {
  expect(Object.keys(problems).filter((slug) => !(slug in said.problems))).toEqual([]);
  expect(Object.keys(fields).filter((code) => !(code in said.fields) && !said.checks.includes(code))).toEqual(
    [],
  );
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
