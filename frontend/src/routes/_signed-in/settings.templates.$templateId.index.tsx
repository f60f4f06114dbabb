import { createFileRoute } from "@tanstack/react-router";
import { readVersions, TemplatePage, templateQuery } from "@/features/agreements";

export const Route = createFileRoute("/_signed-in/settings/templates/$templateId/")({
  validateSearch: readVersions,
  loader: ({ context, params }) => context.queries.ensureQueryData(templateQuery(params.templateId)),
  component: Template,
});

function Template() {
  const { templateId } = Route.useParams();
  const { version, since } = Route.useSearch();
  return <TemplatePage key={templateId} templateId={templateId} version={version} since={since} />;
}
