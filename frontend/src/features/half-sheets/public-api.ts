/** Reading a school's public page: its own small call, so that a family's telephone loads none of the others. */
import { queryOptions } from "@tanstack/react-query";
import { client } from "@/api/gen/client.gen";
import type { GetHalfSheetErrors, GetHalfSheetResponses } from "@/api/gen/types.gen";
import { isLanguage, preferredLanguage, type Language } from "@/lib/i18n";

export function publicQuery(district: string, school: string, language: Language) {
  return queryOptions({
    queryKey: [{ _id: "getHalfSheet" }, district, school, language],
    queryFn: async ({ signal }) =>
      (
        await client.get<GetHalfSheetResponses, GetHalfSheetErrors, true>({
          url: "/api/v1/half-sheets/{district}/{school}",
          path: { district, school },
          query: { language },
          signal,
          throwOnError: true,
        })
      ).data,
  });
}

/** In the language that the address names, else in the one that the reader's device asks for. */
export function pageLanguage(asked: string | undefined): Language {
  return isLanguage(asked) ? asked : preferredLanguage();
}
