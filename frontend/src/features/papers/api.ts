/** Reading what papers are asked, papers and staff lists, and what is read anew after a write. */
import { useQueryClient } from "@tanstack/react-query";
import {
  getPaperOptions,
  getPaperUnlocksOptions,
  listPaperRequirementsOptions,
  listPartnerPapersOptions,
  listPartnerStaffOptions,
} from "@/api/gen/@tanstack/react-query.gen";
import type {
  AskedPaper,
  PaperItem,
  PaperRead,
  PaperUnlocks,
  RequirementRead,
  StaffRead,
} from "@/api/gen/types.gen";

export type Paper = PaperRead;
export type PaperRow = PaperItem;
export type PaperKind = PaperRead["kind"];
export type PaperState = PaperRead["state"];
export type Coverage = NonNullable<PaperRead["coverage"]>;
export type Requirement = RequirementRead;
export type Asked = AskedPaper;
export type Unlocked = Omit<PaperUnlocks, "paper_id" | "effective_on">;
export type StaffMember = StaffRead;
export type CheckKind = StaffRead["checks"][number]["kind"];

const onDay = (effectiveOn?: string) => (effectiveOn ? { query: { effective_on: effectiveOn } } : {});

/** What the district asks of a partner, and where each thing is missing. */
export function partnerPapersQuery(partnerId: string, effectiveOn?: string) {
  return listPartnerPapersOptions({ path: { partner_id: partnerId }, ...onDay(effectiveOn) });
}

export function requirementsQuery(effectiveOn?: string) {
  return listPaperRequirementsOptions(onDay(effectiveOn));
}

export function paperQuery(id: string, effectiveOn?: string) {
  return getPaperOptions({ path: { paper_id: id }, ...onDay(effectiveOn) });
}

/** What a paper frees once it is accepted. */
export function unlocksQuery(id: string) {
  return getPaperUnlocksOptions({ path: { paper_id: id } });
}

export function staffQuery(partnerId: string, effectiveOn?: string) {
  return listPartnerStaffOptions({ path: { partner_id: partnerId }, ...onDay(effectiveOn) });
}

/** What depends on papers, staff lists, requirements or waivers: clearance is said in many places. */
const dependents = [
  "getPaper",
  "getPaperUnlocks",
  "listPapers",
  "listPartnerPapers",
  "listPaperQueue",
  "listPaperRequirements",
  "getPaperRequirement",
  "listPaperWaivers",
  "getPaperWaiver",
  "listPartnerStaff",
  "getStaffMember",
  "listSchoolEntries",
  "listSchoolVisitors",
  "getPartnership",
  "listPartnerships",
  "listMyTasks",
  "getMyGrid",
] as const;

/** After a write: everything that papers decide is read again. */
export function useRenewed() {
  const queries = useQueryClient();
  return async () => {
    await Promise.all(dependents.map((name) => queries.invalidateQueries({ queryKey: [{ _id: name }] })));
  };
}
