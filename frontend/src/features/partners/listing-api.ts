/** What a partner says of a program to everybody. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ifMatch } from "@/api/entity-tags";
import { getProgramListingOptions } from "@/api/gen/@tanstack/react-query.gen";
import { putProgramListing } from "@/api/gen/sdk.gen";
import type { ListingRead, ListingWrite } from "@/api/gen/types.gen";

export const listingQuery = (programId: string) =>
  getProgramListingOptions({ path: { program_id: programId } });

export function useRereadListing(programId: string) {
  const queries = useQueryClient();
  return () => queries.fetchQuery({ ...listingQuery(programId), staleTime: 0 });
}

export function useSay(programId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ base, body }: { base: ListingRead; body: ListingWrite }) =>
      (
        await putProgramListing({
          path: { program_id: programId },
          headers: ifMatch(base),
          body,
          throwOnError: true,
        })
      ).data,
    onSuccess: async (now) => {
      queries.setQueryData(listingQuery(programId).queryKey, now);
      await queries.invalidateQueries({ queryKey: [{ _id: "getSchoolHalfSheet" }] });
    },
  });
}
