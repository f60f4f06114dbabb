import { createFileRoute } from "@tanstack/react-router";
import { BoardPage, packetQuery } from "@/features/agreements";

export const Route = createFileRoute("/_signed-in/agreements/board/")({
  loader: ({ context }) => context.queries.ensureQueryData(packetQuery()),
  component: BoardPage,
});
