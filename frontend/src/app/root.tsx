/** Around every page: the polite voice, and the focus that follows from page to page. */
import type { QueryClient } from "@tanstack/react-query";
import { Outlet } from "@tanstack/react-router";
import { Announcer } from "./announcer";

export type RouterContext = { queries: QueryClient };

export function Root() {
  return (
    <>
      <Outlet />
      <Announcer />
    </>
  );
}
