/** The reader's own home and everything it shows, asked for at once. */
import type { QueryClient } from "@tanstack/react-query";
import { sessionQuery } from "@/features/auth";
import { can, schoolsOf } from "@/lib/session";
import { entriesQuery, gridQuery, spreadsheetsQuery, tasksQuery } from "./api";
import { homeOf, homes } from "./homes";

/** What fails here, but for the tasks, is asked for again in its own place on the page. */
export async function loadHome(queries: QueryClient, effectiveOn?: string): Promise<void> {
  const me = await queries.ensureQueryData(sessionQuery);
  const home = homeOf(me);
  const schools = schoolsOf(me);
  const own =
    home === "partner"
      ? [queries.prefetchQuery(gridQuery(effectiveOn))]
      : schools === "all"
        ? []
        : schools.map((school) => queries.prefetchQuery(entriesQuery(school, effectiveOn)));
  const tasks = home === "door" ? [] : [queries.ensureQueryData(tasksQuery(effectiveOn))];
  const brought = can(me, "imports:write") ? [queries.prefetchQuery(spreadsheetsQuery)] : [];
  await Promise.all([homes[home](), ...tasks, ...own, ...brought]);
}

export async function loadDoor(queries: QueryClient, school: string, effectiveOn?: string): Promise<void> {
  await queries.ensureQueryData(entriesQuery(school, effectiveOn));
}
