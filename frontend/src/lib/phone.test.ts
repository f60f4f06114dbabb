import { expect, test } from "vitest";
import { formatPhone } from "./phone";

test.each([
  ["7735344415", "(773) 534-4415"],
  ["+1 773 534 4415", "(773) 534-4415"],
  ["(312) 555-0110", "(312) 555-0110"],
  ["(312) 555-0110 ext. 4", "(312) 555-0110 ext. 4"],
  ["911", "911"],
])("%s is written %s", (phone, written) => {
  expect(formatPhone(phone)).toBe(written);
});
