/** Several names in a sentence: “Alderbrook, Foxglove, and Kestrel Park”. */
import { i18n } from "@lingui/core";

export function listOf(names: readonly string[]): string {
  return new Intl.ListFormat(i18n.locale === "es" ? "es-US" : "en-US", { type: "conjunction" }).format(names);
}
