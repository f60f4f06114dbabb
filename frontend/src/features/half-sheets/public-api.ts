/** Reading a school's public page, in a language that its address names or the reader's device asks for. */
import { getHalfSheetOptions } from "@/api/gen/@tanstack/react-query.gen";
import { isLanguage, preferredLanguage, type Language } from "@/lib/i18n";

export const publicQuery = (district: string, school: string, language: Language) =>
  getHalfSheetOptions({ path: { district, school }, query: { language } });

export function pageLanguage(asked: string | undefined): Language {
  return isLanguage(asked) ? asked : preferredLanguage();
}
