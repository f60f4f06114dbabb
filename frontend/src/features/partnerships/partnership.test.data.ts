/** A partnership in its ready check, as the API tells it, for tests to change. */
import type { PartnershipRead } from "@/api/gen/types.gen";
import { zPartnershipRead } from "@/api/gen/zod.gen";
import type { Blocker } from "./api";

export const id = (number: number) => `018f0000-0000-7000-8000-${String(number).padStart(12, "0")}`;

export const noAgreement: Blocker = {
  code: "no_agreement_in_force",
  words: "No agreement covers this program at this school.",
  said: { code: "no_agreement", words: "No agreement covers this program at this school.", params: {} },
  who: {
    party: "school",
    roles: ["partner_admin", "partnership_coordinator"],
    names: ["Dana Fitch", "Marisol Vega"],
  },
  due_on: null,
  about: null,
};

export const notConfirmed: Blocker = {
  code: "school_not_confirmed",
  words: "The principal has not confirmed the school yet.",
  said: {
    code: "principal_not_confirmed",
    words: "The principal has not confirmed the school yet.",
    params: {},
  },
  who: { party: "school", roles: ["school_leader"], names: ["Denise Okafor"] },
  due_on: null,
  about: null,
};

export const inReview: Blocker = {
  code: "no_agreement_in_force",
  words: "The agreement is in review.",
  said: { code: "agreement_in_review", words: "The agreement is in review.", params: {} },
  who: { party: "district", roles: ["partnership_office"], names: ["Renee Castellano", "Wes Tanaka"] },
  due_on: null,
  about: null,
};

export const anAgreement: PartnershipRead["agreements"][number] = {
  id: id(5),
  number: "A-2020-0004",
  title: "Afternoon mentoring",
  status: "in_review",
  confirmation: "pending",
  effective_on: null,
  ends_on: "2021-06-11",
};

export const can = (...moves: string[]) => moves.map((move) => ({ move, needs: [] }));

export function aPartnership(values: Partial<PartnershipRead> = {}): PartnershipRead {
  const partnership: PartnershipRead = {
    id: id(1),
    version: 3,
    partner: { id: id(2), name: "North Branch Mentors", status: "approved" },
    program: {
      id: id(3),
      name: "Afternoon mentoring",
      areas: [],
      times_of_day: [],
      weekdays: [],
      grades: [],
    },
    school: { id: id(4), name: "Alderbrook School" },
    first_school_year: "2019-2020",
    kind: "specialized",
    is_lead_partner: false,
    stage: "ready_check",
    stage_reason: null,
    schedule: null,
    place: "Gym",
    min_cleared_people: 1,
    started_on: null,
    ended_on: null,
    coordinator: { id: id(6), name: "Marisol Vega", phone: "+13125550110", email: null },
    partner_lead: null,
    coordinator_id: null,
    partner_lead_id: null,
    needs: [],
    effective_on: "2020-01-27",
    is_at_work: false,
    clearance: {
      cleared: false,
      cleared_through: null,
      blockers: [inReview, notConfirmed],
      papers_due: [],
      runs: { standing: "runs", words: null, said: null, from_on: null },
      student_data: { needed: false, allowed: false, through_on: null, blockers: [] },
    },
    may_share_agreement: [],
    agreements: [anAgreement],
    allowed_moves: [],
    can_change: [],
    created_at: "2020-01-07T20:30:00Z",
    updated_at: "2020-01-08T21:20:00Z",
    ...values,
  };
  zPartnershipRead.parse(partnership);
  return partnership;
}
