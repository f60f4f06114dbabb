/** What is put before the board, and the votes that were recorded. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { getBoardPacketOptions, listBoardVotesOptions } from "@/api/gen/@tanstack/react-query.gen";
import { recordBoardVote } from "@/api/gen/sdk.gen";
import type { BoardPacket, BoardVoteRead, BoardVoteWrite } from "@/api/gen/types.gen";
import { isRecord } from "@/api/problem";

export type Packet = BoardPacket;
export type PacketItem = BoardPacket["items"][number];
export type Vote = BoardVoteRead;

export function packetQuery(agreements?: readonly string[], meetsOn?: string) {
  const query = {
    ...(agreements && agreements.length > 0 && { agreement: [...agreements] }),
    ...(meetsOn && { meets_on: meetsOn }),
  };
  return getBoardPacketOptions({ query });
}

export const votesQuery = () => listBoardVotesOptions();

/** A vote changes every agreement that it names: all but the session is read anew. */
export function useVote() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: BoardVoteWrite) => (await recordBoardVote({ body, throwOnError: true })).data,
    onSuccess: () =>
      void queries.invalidateQueries({
        predicate: ({ queryKey: [key] }) => isRecord(key) && key["_id"] !== "getMe",
      }),
  });
}
