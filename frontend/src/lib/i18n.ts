/** The language of the page: English lives in the code, Spanish is loaded when somebody chooses it. */
import { i18n } from "@lingui/core";

export const languages = { en: "English", es: "Español" } as const;
export type Language = keyof typeof languages;

const remembered = "alongside.language";

export function isLanguage(value: string | null | undefined): value is Language {
  return value === "en" || value === "es";
}

/** What the person chose on this device, else what the browser asks for, else English. */
export function preferredLanguage(asked: readonly string[] = navigator.languages): Language {
  const chosen = localStorage.getItem(remembered);
  if (isLanguage(chosen)) return chosen;
  for (const tag of asked) {
    const language = tag.slice(0, 2).toLowerCase();
    if (isLanguage(language)) return language;
  }
  return "en";
}

/** Puts a language on the page; every component that shows words renders again. */
export async function activateLanguage(language: Language): Promise<void> {
  i18n.load(language, language === "es" ? (await import("./spanish")).spanish : {});
  i18n.activate(language);
  document.documentElement.lang = language;
}

/** The language somebody is written to in, unless this device already knows another choice. */
export async function offerLanguage(language: string): Promise<void> {
  if (isLanguage(localStorage.getItem(remembered)) || !isLanguage(language)) return;
  await activateLanguage(language);
}

/** The person's own choice, kept on this device. */
export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(remembered, language);
  await activateLanguage(language);
}

export { i18n };
