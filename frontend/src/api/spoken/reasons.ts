/**
 * What the server tells as reasons (at the door, in clearance, of fit), in the reader's language: English as it says it,
 * Spanish by the reason's code and what fills it. The Spanish comes with the Spanish of the pages (`@/lib/spanish`).
 */
import { i18n } from "@lingui/core";
import { formatDay } from "@/lib/dates";
import { formatCount } from "@/lib/numbers";
import type { SaidRead } from "../gen/types.gen";

type Value = SaidRead["params"][string];

/** One reason as the page says it. What has no Spanish stays as the server says it. */
export function reasonWords({ code, words, params }: SaidRead): string {
  const sentence = i18n.messages[`reason.${code}`];
  const told = typeof sentence === "string" ? filled(sentence, params) : null;
  return told ?? words.replaceAll("'", "’");
}

/** What is told in parts: “Good fit: 4 of 6 met, 1 partly”, “Does not fit. Grades: 9–12, not K–2”. */
export function partsWords(parts: readonly SaidRead[]): string {
  return parts.map(reasonWords).join(parts[0]?.code === "fit_none" ? ". " : ", ");
}

/** What results say: in English in one sentence, in Spanish a sentence for each thing. */
export function findingWords(told: { finding: string; finding_said: readonly SaidRead[] }): string {
  return i18n.locale === "es" ? told.finding_said.map(reasonWords).join(" ") : told.finding;
}

function filled(sentence: string, params: SaidRead["params"]): string | null {
  let whole = true;
  const told = sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) whole = false;
    return value === undefined ? "" : said(value);
  });
  if (!whole) return null;
  // A term that begins a sentence is not written as inside one: “Español: sí”.
  return sentence.startsWith("{") ? `${told.slice(0, 1).toLocaleUpperCase("es")}${told.slice(1)}` : told;
}

function said(value: Value): string {
  if (Array.isArray(value)) return value.map(termWords).join(", ");
  if (typeof value === "number") return formatCount(value);
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDay(value, "long") : value;
}

/** A word of the wire such as `after_school`, or a name as it is. */
function termWords(word: string): string {
  const term = i18n.messages[`term.${word.toLowerCase()}`];
  return typeof term === "string" ? term : word.replaceAll("_", " ");
}
