/** Renders a component the way the app does: in a language, with a query client and a router around it. */
import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from "@tanstack/react-router";
import { render, screen, type RenderResult } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import type { ReactNode } from "react";

type Rendered = RenderResult & { user: UserEvent };

/** A component that needs no router and no data. */
export function show(node: ReactNode): Rendered {
  const wrap = (children: ReactNode) => <I18nProvider i18n={i18n}>{children}</I18nProvider>;
  const result = render(wrap(node));
  return {
    ...result,
    rerender: (next: ReactNode) => result.rerender(wrap(next)),
    user: userEvent.setup(),
  };
}

/** A page or part with links and queries; every address below `/` renders it. */
export async function showRouted(node: ReactNode, at = "/"): Promise<Rendered & { queries: QueryClient }> {
  const root = createRootRoute({ component: Outlet });
  const Page = () => node;
  const any = createRoute({ getParentRoute: () => root, path: "$", component: Page });
  const home = createRoute({ getParentRoute: () => root, path: "/", component: Page });
  const router = createRouter({
    routeTree: root.addChildren([home, any]),
    history: createMemoryHistory({ initialEntries: [at] }),
  });
  const queries = new QueryClient({
    defaultOptions: { queries: { retry: false }, mutations: { retry: false } },
  });
  await router.load();
  const result = show(
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  return { ...result, queries };
}

export { screen };
