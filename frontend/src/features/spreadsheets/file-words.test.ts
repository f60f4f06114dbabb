import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ApiError } from "@/api/problem";
import { fileWords, refusal, stepSentence } from "./file-words";
import { problemWords } from "./problem-words";
import { whatChanged, type Counts } from "./what-changed";

const server = "../backend/alongside/integrations/spreadsheets";
const source = readdirSync(server)
  .filter((name) => name.endsWith(".py") && name !== "spanish.py")
  .map((name) => readFileSync(`${server}/${name}`, "utf8"))
  .join("\n");
const codes = (pattern: RegExp) => [...new Set([...source.matchAll(pattern)].map((match) => match[1] ?? ""))];

describe("words for what the server finds", () => {
  it("has them for every reason to refuse a file", () => {
    const known = codes(/FileUnusable\(\s*"([a-z_]+)"/g);
    expect(known.length).toBeGreaterThan(12);
    expect(known.filter((code) => !fileWords[code])).toEqual([]);
  });

  it("has them for everything that can be wrong with a row, and for nothing else", () => {
    const known = [
      ...codes(/ValueWrong\(\s*"([a-z_]+)"/g),
      ...codes(/_tell\(\s*(?:\w+(?:\[0\])?|None), f?"([a-z_]+)"/g),
    ].filter((code) => code !== "no_");
    expect(known.length).toBeGreaterThan(30);
    expect(known.filter((code) => !problemWords[code])).toEqual([]);
    expect(Object.keys(problemWords).filter((code) => !source.includes(code))).toEqual(
      ["no_first_day", "no_last_day"].filter((code) => problemWords[code]),
    );
  });
});

describe("why a file was refused", () => {
  const refused = (code: string, more: object = {}, status = 422) =>
    new ApiError(status, {
      type: "urn:alongside:problem:spreadsheet-refused",
      title: "The file cannot be read as a spreadsheet",
      errors: [{ pointer: "/file", code, detail: "In the server's words" }],
      ...more,
    });

  it("says what to do", () => {
    expect(refusal(refused("old_format"))).toMatch(/old Excel file.*save it as an Excel workbook/);
  });

  it("names the column about single students", () => {
    expect(refusal(refused("single_students", { column: "Student name" }))).toMatch(
      /^Column “Student name”\. .*single students/,
    );
  });

  it("knows a body that the front door turned away, and keeps the server's words for what is new", () => {
    expect(refusal(new ApiError(413, { title: "Too large" }))).toMatch(/larger than 10 MB/);
    expect(refusal(refused("unheard_of"))).toBe("In the server's words");
  });

  it("says how to go on when something changed before the commit", () => {
    expect(stepSentence("spreadsheet-outdated")).toMatch(/nothing was written\. Check again/);
  });
});

it("tells only the kinds of record that two checks count differently", () => {
  const same = { new: 1, changed: 0, unchanged: 2 };
  const was: Counts = {
    partners: { new: 25, changed: 0, unchanged: 0 },
    contacts: same,
    programs: same,
    agreements: same,
    rows: { ...same, refused: 0, skipped: 0 },
  };
  const is = { ...was, partners: { new: 24, changed: 0, unchanged: 1 } };
  expect(whatChanged(was, is)).toEqual([{ noun: "partners", was: was.partners, is: is.partners }]);
  expect(whatChanged(was, was)).toEqual([]);
});
