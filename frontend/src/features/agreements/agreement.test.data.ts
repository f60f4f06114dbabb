/** An agreement in review, as the API tells it, for tests to change. */
import type { AgreementItem, AgreementRead, Me } from "@/api/gen/types.gen";
import { zAgreementItem, zAgreementRead, zMe } from "@/api/gen/zod.gen";

export const id = (number: number) => `018f0000-0000-7000-8000-${String(number).padStart(12, "0")}`;

export const alder = { id: id(11), name: "Alderbrook School" };
export const birch = { id: id(12), name: "Birchwell School" };

export function aSchool(
  school: { id: string; name: string },
  confirmation: "pending" | "confirmed" | "declined",
  moves: readonly string[] = [],
): AgreementRead["schools"][number] {
  return {
    school,
    school_status: "active",
    confirmation,
    confirmed_by: confirmation === "pending" ? null : { id: id(21), name: "Omar Haddad" },
    confirmed_on: confirmation === "pending" ? null : "2020-01-21",
    reason: confirmation === "declined" ? "No room" : null,
    added_on: null,
    answer_due_on: null,
    added_by: null,
    covered_from: null,
    asked: confirmation === "pending" ? [{ id: id(22), name: "Denise Okafor" }] : [],
    can_take_back: false,
    can_leave_out: false,
    allowed_moves: moves.map((move) => ({ move, needs: [] })),
  };
}

export function anAgreement(values: Partial<AgreementRead> = {}): AgreementRead {
  const agreement: AgreementRead = {
    id: id(1),
    version: 7,
    number: "A-2020-0004",
    type: "mou",
    is_binding: true,
    clears_programs: true,
    title: "Afternoon mentoring",
    partner: { id: id(2), name: "North Branch Mentors" },
    signed_as: null,
    programs: [{ id: id(3), name: "Mentoring" }],
    schools: [aSchool(alder, "pending"), aSchool(birch, "confirmed")],
    is_district_wide: false,
    starts_on: "2020-02-24",
    ends_on: "2021-06-11",
    effective_on: null,
    ceases_on: null,
    amended_from: null,
    term_kind: "multi_year",
    origin: "drafted",
    drafted_by: "partner",
    author: { id: id(4), name: "Dana Fitch" },
    status: "in_review",
    status_reason: null,
    status_since: "2020-01-13T22:00:00Z",
    effective_status: "in_review",
    as_of: "2020-01-27",
    days_left: null,
    renewal_opens_on: null,
    lapse: null,
    holds: [],
    notice: null,
    told_of_the_end: [],
    purpose: null,
    populations: null,
    schedule: null,
    financial_terms: null,
    cost: null,
    funding_source: null,
    is_route_in_order: false,
    signing_order: "any",
    board: null,
    shares_student_records: false,
    notice_days: 30,
    signed_elsewhere_on: null,
    text_sha256: null,
    expectations: [],
    resources: [],
    review_steps: [],
    reviews: [],
    signatories: [],
    signatures: [],
    documents: [],
    renews: null,
    renewal: null,
    amends: null,
    amendments: [],
    supersedes: null,
    replacement: null,
    overlaps: [],
    steps: [
      {
        key: "drafted",
        state: "done",
        on: "2019-12-08",
        by: "Dana Fitch",
        since_on: null,
        days: null,
        waits_for: [],
      },
      {
        key: "submitted",
        state: "done",
        on: "2020-01-13",
        by: null,
        since_on: null,
        days: null,
        waits_for: [],
      },
      {
        key: "review",
        state: "current",
        on: null,
        by: null,
        since_on: "2020-01-13",
        days: 14,
        waits_for: ["school", "district"],
      },
      { key: "signatures", state: "ahead", on: null, by: null, since_on: null, days: null, waits_for: [] },
      { key: "in_force", state: "ahead", on: null, by: null, since_on: null, days: null, waits_for: [] },
    ],
    blockers: [],
    warnings: [],
    can_edit: false,
    can_add_documents: false,
    can_ask_again: false,
    paper_parties: [],
    can_offer_schools: false,
    choice: null,
    adopted_from: null,
    template: null,
    sections: [],
    can_edit_sections: false,
    clauses: null,
    allowed_moves: [],
    follow_ups: [],
    created_at: "2020-01-08T16:02:00Z",
    updated_at: "2020-01-24T22:12:00Z",
    ...values,
  };
  zAgreementRead.parse(agreement);
  return agreement;
}

export function anItem(values: Partial<AgreementItem> = {}): AgreementItem {
  const item: AgreementItem = {
    id: id(1),
    version: 7,
    number: "A-2020-0004",
    type: "mou",
    title: "Afternoon mentoring",
    partner: { id: id(2), name: "North Branch Mentors" },
    signed_as: null,
    programs: [],
    schools: { named: 5, confirmed: 3, declined: 1, pending: 1 },
    is_district_wide: false,
    origin: "drafted",
    status: "in_review",
    status_since: "2020-01-13T22:00:00Z",
    effective_status: "in_review",
    starts_on: "2020-02-24",
    ends_on: "2021-06-11",
    effective_on: null,
    ceases_on: null,
    days_left: null,
    waits_for: ["school", "district"],
    updated_at: "2020-01-25T03:00:00Z",
    ...values,
  };
  zAgreementItem.parse(item);
  return item;
}

export function aReader(values: Partial<Me> = {}): Me {
  const me: Me = {
    person: { id: id(31), name: "Denise Okafor", email: "denise@demo.example.org", locale: "en" },
    credential_id: null,
    tenant: {
      id: id(32),
      slug: "chicago",
      name: "Chicago",
      kind: "district",
      is_demonstration: true,
      today: "2020-01-27",
      time_zone: "America/Chicago",
      min_n: 10,
      expiring_window_days: 90,
    },
    tenants: [],
    roles: [],
    scopes: [],
    ...values,
  };
  zMe.parse(me);
  return me;
}
