/** Home: what needs attention first, then what each kind of reader looks at during the day. */
import { lazy } from "react";
import { useSession } from "@/features/auth";
import { schoolsOf } from "@/lib/session";
import { homeOf, homes } from "./homes";
import type { HomeSearch } from "./search";

const StaffHome = lazy(() => homes.staff().then((module) => ({ default: module.StaffHome })));
const DoorHome = lazy(() => homes.door().then((module) => ({ default: module.DoorHome })));
const PartnerHome = lazy(() => homes.partner().then((module) => ({ default: module.PartnerHome })));

export function HomePage({ search }: { search: HomeSearch }) {
  const me = useSession();
  const home = homeOf(me);
  if (home === "partner") return <PartnerHome search={search} />;
  const found = schoolsOf(me);
  const schools = found === "all" ? [] : found;
  if (home === "door") return <DoorHome schools={schools} search={search} />;
  return <StaffHome schools={schools} effectiveOn={search.effective_on} />;
}
