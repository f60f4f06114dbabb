import { i18n } from "@lingui/core";
import { expect, test } from "vitest";
import { listOf } from "./lists";

test("names are joined as the language joins them", () => {
  expect(listOf(["Alderbrook"])).toBe("Alderbrook");
  expect(listOf(["Alderbrook", "Foxglove", "Kestrel Park"])).toBe("Alderbrook, Foxglove, and Kestrel Park");
  i18n.load("es", {});
  i18n.activate("es");
  expect(listOf(["Alderbrook", "Foxglove"])).toBe("Alderbrook y Foxglove");
});
