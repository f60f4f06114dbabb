/** Numbers as people read them: counts with their whole, shares, changes and money. */
import { i18n } from "@lingui/core";
import { t } from "@lingui/core/macro";

function locale(): string {
  return i18n.locale === "es" ? "es-US" : "en-US";
}

export function formatCount(value: number): string {
  return new Intl.NumberFormat(locale(), { maximumFractionDigits: 0 }).format(value);
}

export function formatNumber(value: number, decimals = 1): string {
  return new Intl.NumberFormat(locale(), { maximumFractionDigits: decimals }).format(value);
}

/** A percentage that is already out of a hundred, always with the same decimals: 93 is “93.0%”. */
export function formatPercent(value: number, decimals = 1): string {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return `${new Intl.NumberFormat(locale(), digits).format(value)}%`;
}

/** A number and its whole: “71 of 96”. */
export function formatOf(part: number, whole: number): string {
  const some = formatCount(part);
  const all = formatCount(whole);
  return t`${some} of ${all}`;
}

/** “up 2.5 points”, “down 3 points”, “unchanged”; never a bare sign. */
export function formatChange(change: number, decimals = 1): string {
  const size = formatNumber(Math.abs(change), decimals);
  if (Number(Math.abs(change).toFixed(decimals)) === 0) return t`unchanged`;
  return change > 0 ? t`up ${size}` : t`down ${size}`;
}

/** Money on the wire is a decimal string: `"1250.00"` is “$1,250”, `"1250.50"` is “$1,250.50”. */
export function formatMoney(amount: string): string {
  const value = Number(amount);
  return new Intl.NumberFormat(locale(), {
    style: "currency",
    currency: "USD",
    minimumFractionDigits: Number.isInteger(value) ? 0 : 2,
  }).format(value);
}

/** What somebody types (“$1,250.5”) as the wire writes it (`"1250.50"`); null when it is not an amount. */
export function parseMoney(typed: string): string | null {
  const plain = typed.replace(/[$,\s]/g, "");
  if (!/^\d{1,10}(\.\d{1,2})?$/.test(plain)) return null;
  const [whole = "0", cents = ""] = plain.split(".");
  return `${Number(whole)}.${cents.padEnd(2, "0")}`;
}
