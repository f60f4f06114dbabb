import { createFileRoute } from "@tanstack/react-router";
import { KeepHalfSheetPage, sheetQuery } from "@/features/half-sheets";

export const Route = createFileRoute("/_signed-in/schools/$schoolId/half-sheet")({
  loader: ({ context, params }) => context.queries.ensureQueryData(sheetQuery(params.schoolId)),
  component: KeepHalfSheet,
});

function KeepHalfSheet() {
  const { schoolId } = Route.useParams();
  return <KeepHalfSheetPage schoolId={schoolId} />;
}
