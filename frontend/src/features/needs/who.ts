/** Who works on needs, and where: known from the session alone, so that a route can ask before anything is loaded. */
import { can, schoolsOf, type SessionFacts } from "@/lib/session";

/** Ids of the schools where the person works on needs; the district office reads needs and writes none. */
export function needsSchoolsOf(me: SessionFacts): readonly string[] {
  const mine = schoolsOf(me);
  return can(me, "needs:write") && mine !== "all" ? mine : [];
}
