/** How the district reviews and signs agreements, type by type. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ifMatch } from "@/api/entity-tags";
import { getAgreementRouteOptions, listAgreementRoutesOptions } from "@/api/gen/@tanstack/react-query.gen";
import { putAgreementRoute } from "@/api/gen/sdk.gen";
import type { RouteRead, RouteWrite } from "@/api/gen/types.gen";
import { isRecord } from "@/api/problem";

export type Route = RouteRead;
export type RouteStep = Route["steps"][number];

export const routesQuery = () => listAgreementRoutesOptions();
export const routeQuery = (type: Route["type"]) =>
  getAgreementRouteOptions({ path: { agreement_type: type } });

export function useSetRoute() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ base, body }: { base: Route; body: RouteWrite }) => {
      const path = { agreement_type: base.type };
      return (await putAgreementRoute({ path, body, headers: ifMatch(base), throwOnError: true })).data;
    },
    onSuccess: () =>
      void queries.invalidateQueries({
        predicate: ({ queryKey: [key] }) => isRecord(key) && key["_id"] !== "getMe",
      }),
  });
}

/** The route as it is now, asked for again. */
export function useRereadRoute(type: Route["type"]): () => Promise<Route> {
  const queries = useQueryClient();
  return () => queries.fetchQuery({ ...routeQuery(type), staleTime: 0 });
}
