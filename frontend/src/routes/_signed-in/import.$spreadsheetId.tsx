import { createFileRoute } from "@tanstack/react-router";
import { problemsQuery, readImportSearch, SpreadsheetPage, spreadsheetQuery } from "@/features/spreadsheets";

export const Route = createFileRoute("/_signed-in/import/$spreadsheetId")({
  validateSearch: readImportSearch,
  loader: async ({ context: { queries }, params }) => {
    const sheet = await queries.ensureQueryData(spreadsheetQuery(params.spreadsheetId));
    if (sheet.outcome)
      await Promise.all([
        queries.ensureInfiniteQueryData(problemsQuery(sheet, "refused")),
        queries.ensureInfiniteQueryData(problemsQuery(sheet, "note")),
      ]);
  },
  component: Spreadsheet,
});

function Spreadsheet() {
  const { spreadsheetId } = Route.useParams();
  return <SpreadsheetPage id={spreadsheetId} search={Route.useSearch()} />;
}
