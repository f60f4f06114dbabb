/** Who somebody is here, in a few words under the name: “Coordinator, 2 schools”. */
import { plural, t } from "@lingui/core/macro";
import type { Me } from "@/api/gen/types.gen";
import { schoolsOf } from "@/lib/session";

export function roleName(role: string): string {
  const words: Record<string, string> = {
    district_admin: t`District administrator`,
    partnership_office: t`District office`,
    legal_reviewer: t`Legal review`,
    compliance_reviewer: t`Risk review`,
    privacy_officer: t`Privacy review`,
    district_signatory: t`District signatory`,
    school_leader: t`Principal`,
    partnership_coordinator: t`Coordinator`,
    school_staff: t`School staff`,
    front_office: t`Front office`,
    partner_admin: t`Partner administrator`,
    partner_staff: t`Partner staff`,
    partner_signatory: t`Partner signatory`,
  };
  return words[role] ?? t`Member`;
}

export function standing(me: Me): string {
  const first = me.roles[0];
  if (!first) return t`No role here`;
  const role = roleName(first.role);
  const schools = schoolsOf(me);
  if (schools === "all" || schools.length < 2 || first.partner_id) return role;
  const count = plural(schools.length, { one: "# school", other: "# schools" });
  return t`${role}, ${count}`;
}
