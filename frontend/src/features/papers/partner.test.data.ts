/** Papers and people for tests, with whatever a test cares about. */
import type { Asked, PaperRow, Paper, StaffMember } from "./api";
import type { PaperAbout } from "@/api/gen/types.gen";
import { aReason } from "@/testing/said";
import type { Owed } from "./partner-checklist";

export function aPlace(program: string, school: string) {
  return {
    partnership_id: `${program} ${school}`,
    program: { id: program, name: program },
    school: { id: school, name: school },
  };
}

export function owed(about: Partial<PaperAbout>, values: Partial<Owed> = {}): Owed {
  return {
    code: "paper_missing",
    words: "Said by the server.",
    said: aReason("Said by the server."),
    party: "partner",
    due_on: null,
    places: [aPlace("Reading", "Alder")],
    ...values,
    about: {
      requirement_id: "r1",
      title: "General liability insurance",
      standing: "paper_missing",
      paper_id: null,
      on: null,
      people: null,
      needed: null,
      ...about,
    },
  };
}

type AskedValues = Partial<Omit<Asked, "requirement">> & { title?: string };

export function anAsked({ title = "General liability insurance", ...values }: AskedValues = {}): Asked {
  const { missing = [], kind = "insurance_certificate", enforced_from: from = "2019-08-01" } = values;
  return {
    requirement: { id: title, name: title },
    is_enforced: true,
    asked_at: 1,
    met_at: missing.length === 0 ? 1 : 0,
    met_through: null,
    papers: [],
    ...values,
    kind,
    enforced_from: from,
    missing,
    terms: {
      id: title,
      version: 1,
      kind,
      title,
      note: null,
      coverage: kind === "background_check" ? null : "general_liability",
      check_kinds: [],
      min_each: "1000000.00",
      min_aggregate: "2000000.00",
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
      enforced_from: from,
      retired_from: null,
      replaces_id: null,
      is_enforced: true,
      is_retired: false,
      can_edit: false,
      updated_at: "2019-06-03T15:00:00Z",
    },
  };
}

export function aPaper(): Paper & PaperRow {
  return {
    id: "d1",
    version: 1,
    partner: { id: "o1", name: "Riverbend Learning" },
    signed_as: null,
    program: null,
    schools: [],
    kind: "insurance_certificate",
    coverage: "general_liability",
    carrier: "Prairie Mutual",
    policy_number: "GL-1",
    limit_each: "1000000.00",
    limit_aggregate: "2000000.00",
    names_district: false,
    effective_on: "2019-07-01",
    expires_on: "2020-06-30",
    note: null,
    status: "accepted",
    status_reason: null,
    state: "accepted",
    submitted_on: "2019-07-08",
    submitted_by: null,
    reviewed_on: "2019-07-12",
    reviewed_by: null,
    accepted_on: "2019-07-12",
    withdrawn_on: null,
    documents: [],
    can_edit: false,
    allowed_moves: [],
    updated_at: "2019-07-12T19:20:00Z",
  };
}

export function aMember(values: Partial<StaffMember> = {}): StaffMember {
  return {
    id: "m1",
    version: 1,
    partner: { id: "o1", name: "Riverbend Learning" },
    name: "Amara Oduya",
    title: "Tutor",
    email: null,
    basis: "employee",
    starts_on: "2019-08-19",
    ends_on: null,
    places: [],
    checks: [],
    effective_on: "2020-01-27",
    is_cleared: true,
    cleared_through: "2023-08-19",
    lacks: [],
    can_edit: true,
    can_verify: false,
    updated_at: "2019-08-19T14:20:00Z",
    ...values,
  };
}
