/** The query client: reads are retried when no answer came, writes never; versions survive structural sharing. */
import { QueryClient } from "@tanstack/react-query";
import { shareWithTag } from "./entity-tags";
import { isApiError } from "./problem";

export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        gcTime: 10 * 60_000,
        structuralSharing: shareWithTag,
        retry: (failures, error) =>
          failures < 2 && (!isApiError(error) || error.status === 0 || error.status >= 502),
        retryDelay: (attempt) => 500 * 2 ** attempt,
      },
      mutations: { retry: false },
    },
  });
}
