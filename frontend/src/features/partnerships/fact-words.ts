/** What the facts of a partnership are called, and how each is said. */
import { t } from "@lingui/core/macro";
import type { Partnership } from "./api";
import type { Facts, Field } from "./facts";

export type Named = { id: string; name: string };

/** How much of the school's life a program takes part in. */
export function kindName(kind: Partnership["kind"]): string {
  switch (kind) {
    case "specialized":
      return t`Specialized: serves some students or one need`;
    case "aligned":
      return t`Aligned: works toward the school’s own goals`;
    case "core":
      return t`Core: part of how the school works`;
  }
}

export function fieldName(field: string): string {
  switch (field) {
    case "schedule":
      return t`When it meets`;
    case "place":
      return t`Where it meets`;
    case "need_ids":
      return t`Which needs it meets`;
    case "kind":
      return t`How closely it works with the school`;
    case "is_lead_partner":
      return t`It is the school’s lead partner`;
    case "coordinator_id":
      return t`Whom the partner calls at the school`;
    case "partner_lead_id":
      return t`Whom the school calls at the partner`;
    case "min_cleared_people":
      return t`How many cleared people it takes`;
    default:
      return field;
  }
}

/** A fact as it is shown beside the other side's when both changed it. */
export function factWords(
  field: Field,
  facts: Facts,
  needs: readonly { id: string; title: string }[],
  people: readonly Named[],
): string {
  switch (field) {
    case "schedule":
    case "place":
      return facts[field];
    case "need_ids":
      return needs.flatMap(({ id, title }) => (facts.need_ids.includes(id) ? [title] : [])).join("; ");
    case "kind":
      return kindName(facts.kind);
    case "is_lead_partner":
      return facts.is_lead_partner ? t`Yes` : t`No`;
    case "coordinator_id":
    case "partner_lead_id":
      return people.find(({ id }) => id === facts[field])?.name ?? t`Nobody is chosen`;
    case "min_cleared_people":
      return facts.min_cleared_people;
  }
}
