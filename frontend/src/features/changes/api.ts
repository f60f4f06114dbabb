import { infiniteQueryOptions } from "@tanstack/react-query";
import { listHistoryInfiniteQueryKey } from "@/api/gen/@tanstack/react-query.gen";
import { listHistory } from "@/api/gen/sdk.gen";
import type { ListHistoryData } from "@/api/gen/types.gen";

/** A kind of record whose history is kept. */
export type Recorded = ListHistoryData["path"]["object_type"];

export function historyQuery(of: Recorded, id: string) {
  const path = { object_type: of, object_id: id };
  const query = { sort: "-at" as const, limit: 10 };
  return infiniteQueryOptions({
    queryKey: listHistoryInfiniteQueryKey({ path, query }),
    queryFn: async ({ pageParam, signal }) => {
      const cursor = pageParam === "" ? {} : { cursor: pageParam };
      return (await listHistory({ path, query: { ...query, ...cursor }, signal, throwOnError: true })).data;
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
  });
}
