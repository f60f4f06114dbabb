/** The router: pages are fetched when somebody means to open them, and the heading takes the focus on arrival. */
import type { QueryClient } from "@tanstack/react-query";
import { createRouter as create } from "@tanstack/react-router";
import { awaitPage, pageRendered } from "@/lib/heading-focus";
import { routeTree } from "../routeTree.gen";
import { ErrorPage } from "./error-page";
import { NotFoundPage } from "./not-found-page";
import { PagePending } from "./page-pending";

export function createRouter(queries: QueryClient) {
  const router = create({
    routeTree,
    context: { queries },
    defaultPreload: "intent",
    // TanStack Query keeps what was fetched ahead; the router need not.
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 200,
    defaultPendingMinMs: 0,
    defaultPendingComponent: PagePending,
    defaultErrorComponent: ErrorPage,
    defaultNotFoundComponent: NotFoundPage,
    scrollRestoration: true,
  });
  router.subscribe("onBeforeNavigate", ({ pathChanged, fromLocation, toLocation }) => {
    // a topic of an application is a page of its own, though only its search differs
    if (fromLocation && (pathChanged || topicOf(fromLocation) !== topicOf(toLocation))) awaitPage();
  });
  router.subscribe("onRendered", ({ toLocation }) => {
    // a page that somebody has already left again is rendered too
    if (toLocation.href === router.latestLocation.href)
      pageRendered(document.querySelector<HTMLHeadingElement>("main h1"));
  });
  return router;
}

function topicOf({ search }: { search: object }): unknown {
  return "topic" in search ? search.topic : undefined;
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createRouter>;
  }
}
