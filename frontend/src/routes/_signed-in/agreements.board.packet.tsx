import { createFileRoute } from "@tanstack/react-router";
import { PacketPage, chosenAgreements, packetQuery, readPacketSearch } from "@/features/agreements";

export const Route = createFileRoute("/_signed-in/agreements/board/packet")({
  validateSearch: readPacketSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) =>
    context.queries.ensureQueryData(packetQuery(chosenAgreements(deps.agreements), deps.meets_on)),
  component: Packet,
});

function Packet() {
  return <PacketPage search={Route.useSearch()} />;
}
