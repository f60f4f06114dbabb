/** Values of a target as people read and type them. */
import { t } from "@lingui/core/macro";
import type { Figure } from "@/api/gen/types.gen";
import { formatMoney, formatNumber, formatOf, formatPercent } from "@/lib/numbers";
import type { Unit } from "./definition-words";

/** A number in the target's unit: “85%”, “12.5 hours”, “$40”. */
export function inUnit(unit: Unit): (value: number) => string {
  switch (unit) {
    case "percent":
      return (value) => `${formatNumber(value)}%`;
    case "currency":
      return (value) => formatMoney(value.toFixed(2));
    case "hours":
      return (value) => {
        const hours = formatNumber(value);
        return t`${hours} hours`;
      };
    case "ratio":
      return (value) => formatNumber(value, 2);
    default:
      return (value) => formatNumber(value);
  }
}

/** The same with as many decimals in every row of a column. */
export function inColumn(unit: Unit): (value: number) => string {
  return unit === "percent" ? (value) => formatPercent(value) : inUnit(unit);
}

/**
 * A value beside a mark it may not have reached: where rounding would show the mark though the value is not that,
 * the server's own words are taken, which have the decimals to tell.
 */
export function valueWords(unit: Unit, figure: Figure, mark: number | null): string | null {
  if (figure.value === null) return null;
  const say = inUnit(unit);
  const words = say(figure.value);
  return mark !== null && figure.value !== mark && words === say(mark) ? figure.words : words;
}

/** “71 of 96 (74%)”, or the value alone where nobody was counted. */
export function countedWords(unit: Unit, figure: Figure, mark: number | null): string | null {
  const words = valueWords(unit, figure, mark);
  if (words === null || figure.numerator === null || figure.denominator === null) return words;
  return `${formatOf(figure.numerator, figure.denominator)} (${words})`;
}

/** After the input of a value: what it counts in. */
export function unitMark(unit: Unit): string | undefined {
  switch (unit) {
    case "percent":
      return "%";
    case "hours":
      return t`hours`;
    case "currency":
      return t`dollars`;
    default:
      return undefined;
  }
}

/** A number as somebody types it, or null when it is none. Commas between thousands, $ and % are left out. */
export function readNumber(typed: string, whole = false): number | null {
  const plain = typed
    .trim()
    .replace(/^\$|%$/g, "")
    .replace(/,(?=\d{3}(\D|$))/g, "")
    .trim();
  const shape = whole ? /^\d{1,9}$/ : /^-?\d{1,9}(\.\d{1,6})?$/;
  return shape.test(plain) ? Number(plain) : null;
}
