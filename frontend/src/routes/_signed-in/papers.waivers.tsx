import { createFileRoute } from "@tanstack/react-router";
import { WaiversPage, waiversQuery } from "@/features/papers";

export const Route = createFileRoute("/_signed-in/papers/waivers")({
  loader: ({ context }) => context.queries.ensureInfiniteQueryData(waiversQuery),
  component: WaiversPage,
});
