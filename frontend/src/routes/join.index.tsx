import { createFileRoute } from "@tanstack/react-router";
import { districtsQuery, JoinPage } from "@/features/partners";

export const Route = createFileRoute("/join/")({
  loader: ({ context }) => context.queries.ensureQueryData(districtsQuery),
  component: JoinPage,
});
