/** Three homes, of which a reader has one: only that one is fetched. */
import type { Me } from "@/api/gen/types.gen";
import { hasRole, isPartnerStaff, schoolsOf } from "@/lib/session";

export const homes = {
  staff: () => import("./staff-home"),
  door: () => import("./door-home"),
  partner: () => import("./partner-home"),
};

/** Everybody whose work is a list of things to decide. Teachers and the front office have none, but a door. */
const deciders = [
  "district_admin",
  "partnership_office",
  "legal_reviewer",
  "compliance_reviewer",
  "privacy_officer",
  "district_signatory",
  "school_leader",
  "partnership_coordinator",
];

export function homeOf(me: Me): keyof typeof homes {
  if (isPartnerStaff(me)) return "partner";
  const schools = schoolsOf(me);
  return schools !== "all" && schools.length > 0 && !hasRole(me, ...deciders) ? "door" : "staff";
}
