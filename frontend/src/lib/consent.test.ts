import { afterAll, expect, test } from "vitest";
import contract from "../../../backend/openapi.json";
import { consentLanguage, consentWords } from "./consent";
import { activateLanguage, languages, type Language } from "./i18n";

const kept: Record<string, string> =
  contract.components.schemas.SignatureWrite.properties.consent_in["x-words"];

afterAll(() => activateLanguage("en"));

test.each(Object.keys(languages) as Language[])(
  "what is agreed to in %s is what the API keeps",
  async (language) => {
    await activateLanguage(language);
    expect(consentLanguage()).toBe(language);
    expect(consentWords()).toBe(kept[language]);
  },
);
