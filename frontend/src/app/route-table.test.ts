import { QueryClient } from "@tanstack/react-query";
import { expect, test } from "vitest";
import { visits } from "./route-table";
import { createRouter } from "./router";

test("every page of the router is visited by the specs, and no visit leads nowhere", () => {
  const router = createRouter(new QueryClient());
  const pages = Object.keys(router.routesByPath).toSorted();
  expect([...new Set(visits.map((visit) => visit.route))].toSorted()).toEqual(pages);
});
