import { expect, test } from "vitest";
import { gradeWords, profileWords } from "./words";

test("grades that follow each other are one span, gaps are said", () => {
  expect(gradeWords(["4", "K", "1", "2", "3", "8"])).toBe("K–4, 8");
  expect(gradeWords(["PK"])).toBe("PK");
  expect(gradeWords([])).toBeNull();
});

test("a profile says what is missing, and when nothing is", () => {
  expect(profileWords({ done: 6, of: 8, missing: ["mission", "grades"], words: "", tasks: [] })).toBe(
    "6 of 8 done. Missing: mission, grade levels.",
  );
  expect(profileWords({ done: 8, of: 8, missing: [], words: "", tasks: [] })).toBe("All 8 parts are there.");
});
