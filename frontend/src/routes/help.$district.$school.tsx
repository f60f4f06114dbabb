import { createFileRoute } from "@tanstack/react-router";
import { isApiError } from "@/api/problem";
import { Frame } from "@/app/frame";
import { NoHalfSheet, pageLanguage, publicQuery, PublicHalfSheet } from "@/features/half-sheets";
import { activateLanguage, i18n, type Language } from "@/lib/i18n";

export const Route = createFileRoute("/help/$district/$school")({
  validateSearch: ({ lang }: Record<string, unknown>): { lang?: Language } =>
    lang === "en" || lang === "es" ? { lang } : {},
  loaderDeps: ({ search }) => search,
  loader: async ({ context, params, deps: { lang } }) => {
    const language = pageLanguage(lang);
    const reading = context.queries.ensureQueryData(publicQuery(params.district, params.school, language));
    if (i18n.locale !== language) await activateLanguage(language);
    try {
      await reading;
      return true;
    } catch (error) {
      // a family has nothing to sign in to: not the page of those who look for a record
      if (isApiError(error) && error.isNotFound) return false;
      throw error;
    }
  },
  component: Help,
});

function Help() {
  const { district, school } = Route.useParams();
  const { lang } = Route.useSearch();
  if (Route.useLoaderData())
    return <PublicHalfSheet {...{ district, school, language: pageLanguage(lang) }} />;
  return (
    <Frame>
      <NoHalfSheet />
    </Frame>
  );
}
