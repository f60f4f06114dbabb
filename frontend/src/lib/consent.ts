/** What a signer agrees to, word for word as the API keeps it with the signature, in the language on the page. */
import { t } from "@lingui/core/macro";
import { i18n, isLanguage, type Language } from "./i18n";

export function consentWords(): string {
  return t`I agree to sign electronically. My typed name has the effect of a signature on paper. I can keep the text as a PDF, and I may sign on paper instead.`;
}

/** The language in which the words above are shown now. */
export function consentLanguage(): Language {
  return isLanguage(i18n.locale) ? i18n.locale : "en";
}
