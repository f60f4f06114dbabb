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
};
export type Field = keyof Facts;

const all: readonly Field[] = ["schedule", "place", "need_ids", "kind", "is_lead_partner"];

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
  };
}

/** Only what was changed is sent; an emptied line is not known any more. */
export function writeFacts(changed: readonly Field[], facts: Facts): PartnershipUpdate {
  const { schedule, place, need_ids, kind, is_lead_partner } = facts;
  return {
    ...(changed.includes("schedule") && { schedule: schedule.trim() || null }),
    ...(changed.includes("place") && { place: place.trim() || null }),
    ...(changed.includes("need_ids") && { need_ids }),
    ...(changed.includes("kind") && { kind }),
    ...(changed.includes("is_lead_partner") && { is_lead_partner }),
  };
}
