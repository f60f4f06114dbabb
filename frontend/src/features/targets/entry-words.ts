/** What is wrong with a cell, and how to put it right. */
import { t } from "@lingui/core/macro";
import type { Mistake, Part } from "./entry";

export function mistakeWords({ kind, part }: Mistake): string {
  switch (kind) {
    case "missing":
      if (part === "denominator") return t`enter of how many students`;
      return part === "numerator" ? t`enter how many` : t`enter a number`;
    case "whole":
      return t`enter a whole number, such as 12`;
    case "number":
      return t`enter a number, such as 12.5`;
    case "exceeds":
      return t`the part is larger than the whole`;
  }
}

export function partName(part: Part): string {
  switch (part) {
    case "numerator":
      return t`How many`;
    case "denominator":
      return t`Of how many`;
    case "value":
      return t`Result`;
  }
}
