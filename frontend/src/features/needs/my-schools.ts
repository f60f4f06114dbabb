/** The schools whose needs this person works on, by name; asked for before the pages that need them open. */
import { useSuspenseQueries, type QueryClient } from "@tanstack/react-query";
import { useSession } from "@/features/auth";
import { schoolQuery } from "@/features/schools";
import type { SessionFacts } from "@/lib/session";
import { needsSchoolsOf } from "./who";

export async function loadMySchools(queries: QueryClient, me: SessionFacts): Promise<void> {
  await Promise.all(needsSchoolsOf(me).map((id) => queries.ensureQueryData(schoolQuery(id))));
}

export function useMySchools() {
  const me = useSession();
  return useSuspenseQueries({ queries: needsSchoolsOf(me).map((id) => schoolQuery(id)) }).map(
    (each) => each.data,
  );
}
