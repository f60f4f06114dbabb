/** What papers, coverages, checks and their states are called; codes are the server's. */
import { t } from "@lingui/core/macro";
import type { StatusLook } from "@/ui/data/status-tag";
import type { CheckKind, Coverage, PaperKind, PaperState, Requirement, StaffMember } from "./api";

export const coverages = [
  "general_liability",
  "auto",
  "workers_comp",
  "sexual_abuse_molestation",
  "cyber",
  "professional",
  "umbrella",
] as const satisfies readonly Coverage[];

export const checkKinds = [
  "state_criminal",
  "child_abuse",
  "fbi_fingerprint",
  "cori",
  "tb",
  "other",
] as const satisfies readonly CheckKind[];

export const paperKinds = [
  "insurance_certificate",
  "endorsement",
  "agency_letter",
  "staff_present",
] as const satisfies readonly PaperKind[];

export function kindName(kind: PaperKind | Requirement["kind"]): string {
  switch (kind) {
    case "insurance_certificate":
      return t`Insurance certificate`;
    case "endorsement":
      return t`Additional insured endorsement`;
    case "agency_letter":
      return t`Letter from an agency`;
    case "staff_present":
      return t`Always with school staff`;
    case "background_check":
      return t`Background checks`;
  }
}

export function coverageName(coverage: Coverage): string {
  switch (coverage) {
    case "general_liability":
      return t`General liability`;
    case "auto":
      return t`Automobile liability`;
    case "workers_comp":
      return t`Workers’ compensation`;
    case "sexual_abuse_molestation":
      return t`Sexual abuse and molestation`;
    case "cyber":
      return t`Cyber liability`;
    case "professional":
      return t`Professional liability`;
    case "umbrella":
      return t`Umbrella or excess`;
  }
}

export function checkName(kind: CheckKind): string {
  switch (kind) {
    case "state_criminal":
      return t`State criminal record`;
    case "child_abuse":
      return t`Child abuse history`;
    case "fbi_fingerprint":
      return t`FBI fingerprints`;
    case "cori":
      return t`Criminal record (CORI)`;
    case "tb":
      return t`Tuberculosis test`;
    case "other":
      return t`Other check`;
  }
}

export function lackName(how: StaffMember["lacks"][number]["how"]): string {
  switch (how) {
    case "missing":
      return t`not there`;
    case "pending":
      return t`waits for review`;
    case "expired":
      return t`ran out`;
    case "not_clear":
      return t`not clear`;
  }
}

export function basisName(basis: StaffMember["basis"]): string {
  return basis === "employee" ? t`Employee` : t`Volunteer`;
}

export function stateName(state: PaperState): string {
  switch (state) {
    case "missing":
      return t`Not sent yet`;
    case "submitted":
      return t`Being looked at`;
    case "accepted":
      return t`Accepted`;
    case "expiring":
      return t`Ends soon`;
    case "scheduled":
      return t`Starts later`;
    case "expired":
      return t`Ran out`;
    case "rejected":
      return t`Turned down`;
    case "withdrawn":
      return t`Taken back`;
  }
}

export const stateLooks: Record<PaperState, StatusLook> = {
  missing: "draft",
  submitted: "review",
  accepted: "good",
  expiring: "warn",
  scheduled: "good",
  expired: "bad",
  rejected: "changes",
  withdrawn: "ended",
};
