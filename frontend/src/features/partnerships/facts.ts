/** What is known of a partnership as its form holds it, and as an edit is sent. */
import type { PartnershipUpdate } from "@/api/gen/types.gen";
import type { Partnership } from "./api";

export const kinds = ["specialized", "aligned", "core"] as const;

export type Facts = {
  schedule: string;
  place: string;
  need_ids: string[];
  kind: Partnership["kind"];
  is_lead_partner: boolean;
  coordinator_id: string;
  partner_lead_id: string;
  min_cleared_people: string;
};
export type Field = keyof Facts;

const all: readonly Field[] = [
  "schedule",
  "place",
  "coordinator_id",
  "partner_lead_id",
  "min_cleared_people",
  "need_ids",
  "kind",
  "is_lead_partner",
];

/** The fields of the form that this reader may change, in the order in which they stand there. */
export function fieldsOf({ can_change: may }: Partnership): Field[] {
  return all.filter((field) => may.includes(field));
}

export function readFacts(partnership: Partnership): Facts {
  return {
    schedule: partnership.schedule ?? "",
    place: partnership.place ?? "",
    need_ids: partnership.needs.map(({ id }) => id).sort(),
    kind: partnership.kind,
    is_lead_partner: partnership.is_lead_partner,
    coordinator_id: partnership.coordinator_id ?? "",
    partner_lead_id: partnership.partner_lead_id ?? "",
    min_cleared_people: String(partnership.min_cleared_people),
  };
}

/** Only what was changed is sent; an emptied line is not known any more, and without a name nobody is chosen. */
export function writeFacts(changed: readonly Field[], facts: Facts): PartnershipUpdate {
  const { schedule, place, need_ids, kind, is_lead_partner, coordinator_id, partner_lead_id } = facts;
  return {
    ...(changed.includes("schedule") && { schedule: schedule.trim() || null }),
    ...(changed.includes("place") && { place: place.trim() || null }),
    ...(changed.includes("need_ids") && { need_ids }),
    ...(changed.includes("kind") && { kind }),
    ...(changed.includes("is_lead_partner") && { is_lead_partner }),
    ...(changed.includes("coordinator_id") && { coordinator_id: coordinator_id || null }),
    ...(changed.includes("partner_lead_id") && { partner_lead_id: partner_lead_id || null }),
    ...(changed.includes("min_cleared_people") && { min_cleared_people: Number(facts.min_cleared_people) }),
  };
}
