/** Gives React Aria's own words (calendars, combo boxes) the language of the page. */
import { useLingui } from "@lingui/react";
import type { ReactNode } from "react";
import { I18nProvider } from "react-aria-components/I18nProvider";

export function AriaLanguage({ children }: { children: ReactNode }) {
  const { i18n } = useLingui();
  return <I18nProvider locale={i18n.locale === "es" ? "es-ES" : "en-US"}>{children}</I18nProvider>;
}
