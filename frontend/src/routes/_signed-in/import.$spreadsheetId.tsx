import { createFileRoute } from "@tanstack/react-router";
import { readImportSearch, SpreadsheetPage, spreadsheetQuery } from "@/features/spreadsheets";

export const Route = createFileRoute("/_signed-in/import/$spreadsheetId")({
  validateSearch: readImportSearch,
  loader: ({ context: { queries }, params }) =>
    queries.ensureQueryData(spreadsheetQuery(params.spreadsheetId)),
  component: Spreadsheet,
});

function Spreadsheet() {
  const { spreadsheetId } = Route.useParams();
  return <SpreadsheetPage id={spreadsheetId} search={Route.useSearch()} />;
}
