import { afterEach, expect, test } from "vitest";
import { activateLanguage } from "@/lib/i18n";
import { sizeWords, storageFinding } from "./storage-words";

afterEach(() => activateLanguage("en"));

test.each([
  [0, "0 KB"],
  [1, "1 KB"],
  [999_999, "999 KB"],
  [1_000_000, "1 MB"],
  [999_999_999, "999 MB"],
  [1_250_000_000, "1.2 GB"],
  [9_999_999_999, "9.9 GB"],
  [10_000_000_000, "10 GB"],
  [1_500_000_000_000, "1,500 GB"],
])("%i bytes are %s", (bytes, words) => expect(sizeWords(bytes)).toBe(words));

test("what is used stands in the heading, and that there is no more", () => {
  const storage = { allowed_bytes: 10_000_000_000, state: "roomy" as const, kept: [] };
  expect(storageFinding({ ...storage, used_bytes: 1_200_000_000 })).toBe("Files take 1.2 GB of 10 GB");
  expect(storageFinding({ ...storage, used_bytes: 9_999_999_999 })).toBe("Files take 9.9 GB of 10 GB");
  expect(storageFinding({ ...storage, used_bytes: 10_000_000_000 })).toBe(
    "The room for files is used up: 10 GB of 10 GB",
  );
});
