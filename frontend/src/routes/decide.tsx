import { createFileRoute } from "@tanstack/react-router";
import { Frame } from "@/app/frame";
import { DecidePage, loadDecisions } from "@/features/decisions";

export const Route = createFileRoute("/decide")({
  loader: ({ context }) => loadDecisions(context.queries),
  component: Decide,
});

function Decide() {
  return (
    <Frame>
      <DecidePage />
    </Frame>
  );
}
