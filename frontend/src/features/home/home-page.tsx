/** Home: what needs attention first, then what each kind of reader looks at during the day. */
import { useSession } from "@/features/auth";
import { hasRole, isPartnerStaff, schoolsOf } from "@/lib/session";
import { DoorHome } from "./door-home";
import { PartnerHome } from "./partner-home";
import type { HomeSearch } from "./search";
import { StaffHome } from "./staff-home";

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

export function HomePage({ search }: { search: HomeSearch }) {
  const me = useSession();
  if (isPartnerStaff(me)) return <PartnerHome search={search} />;
  const schools = schoolsOf(me);
  if (schools !== "all" && schools.length > 0 && !hasRole(me, ...deciders))
    return <DoorHome schools={schools} effectiveOn={search.effective_on} />;
  return <StaffHome schools={schools === "all" ? [] : schools} effectiveOn={search.effective_on} />;
}
