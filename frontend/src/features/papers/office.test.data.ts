/** A requirement, a waiting paper and a waiver, as the API tells them, for tests to change. */
import type { PaperRead, RequirementRead, WaitingPaper, WaiverRead } from "@/api/gen/types.gen";
import { zPaperRead, zRequirementRead, zWaitingPaper, zWaiverRead } from "@/api/gen/zod.gen";

export const id = (number: number) => `018f0000-0000-7000-8000-${String(number).padStart(12, "0")}`;

export function aRequirement(values: Partial<RequirementRead> = {}): RequirementRead {
  const requirement: RequirementRead = {
    id: id(1),
    version: 1,
    kind: "insurance_certificate",
    title: "General liability insurance",
    note: null,
    coverage: "general_liability",
    check_kinds: [],
    min_each: "1000000.00",
    min_aggregate: null,
    validity_months: null,
    deliveries: [],
    times_of_day: [],
    grades: [],
    needs_place: false,
    areas: [],
    area_names: [],
    has_areas_below: false,
    org_types: [],
    payment: null,
    supervision: null,
    program_id: null,
    program: null,
    accepts_instead: [],
    enforced_from: "2020-03-01",
    retired_from: null,
    replaces_id: null,
    is_enforced: false,
    is_retired: false,
    can_edit: true,
    updated_at: "2020-01-27T15:00:00Z",
    ...values,
  };
  zRequirementRead.parse(requirement);
  return requirement;
}

export function aPaper(values: Partial<PaperRead> = {}): PaperRead {
  const paper: PaperRead = {
    id: id(2),
    version: 3,
    partner: { id: id(3), name: "Kindling Reading" },
    signed_as: null,
    program: null,
    schools: [],
    kind: "insurance_certificate",
    coverage: "general_liability",
    carrier: "Prairie Mutual",
    policy_number: "GL-2020-1",
    limit_each: "500000.00",
    limit_aggregate: null,
    names_district: false,
    effective_on: "2020-01-01",
    expires_on: "2020-12-31",
    note: null,
    status: "submitted",
    status_reason: null,
    state: "submitted",
    submitted_on: "2020-01-21",
    submitted_by: { id: id(4), name: "June Sato" },
    reviewed_on: null,
    reviewed_by: null,
    accepted_on: null,
    withdrawn_on: null,
    documents: [],
    can_edit: false,
    allowed_moves: [
      { move: "accept", needs: [] },
      { move: "reject", needs: [] },
    ],
    updated_at: "2020-01-21T17:10:00Z",
    ...values,
  };
  zPaperRead.parse(paper);
  return paper;
}

export function aWaiting(number: number, frees: number, helps = 0): WaitingPaper {
  const waiting: WaitingPaper = {
    id: id(number),
    version: 3,
    kind: "endorsement",
    coverage: null,
    carrier: null,
    effective_on: "2020-01-21",
    expires_on: "2020-06-30",
    status: "submitted",
    status_reason: null,
    submitted_on: "2020-01-21",
    updated_at: "2020-01-21T17:10:00Z",
    partner: { id: id(3), name: "Kindling Reading" },
    program: null,
    state: "submitted",
    waiting_days: 6,
    unlocks: { schools: 3, clear_now: 0, clear_then: frees, frees, helps, words: "", left: [] },
  };
  zWaitingPaper.parse(waiting);
  return waiting;
}

export function aWaiver(values: Partial<WaiverRead> = {}): WaiverRead {
  const waiver: WaiverRead = {
    id: id(7),
    version: 1,
    requirement: { id: id(1), name: "General liability insurance" },
    partner: { id: id(3), name: "Kindling Reading" },
    program: null,
    school: null,
    reason: "The insurer sends it next week.",
    starts_on: "2020-01-27",
    ends_on: "2020-02-29",
    author: { id: id(8), name: "Paula Nystrom" },
    revoked_on: null,
    revoked_reason: null,
    can_revoke: true,
    updated_at: "2020-01-27T15:00:00Z",
    ...values,
  };
  zWaiverRead.parse(waiver);
  return waiver;
}
