/** What the words of agreements are called on screen. */
import { t } from "@lingui/core/macro";
import type { StatusLook } from "@/ui/data/status-tag";
import type { Agreement, EffectiveStatus, Party, ReviewStep, Side } from "./api";
import type { AgreementType, Standing } from "./search";

export function statusName(status: Standing | EffectiveStatus): string {
  const names: Record<Standing | EffectiveStatus, string> = {
    draft: t`Draft`,
    submitted: t`Sent for review`,
    in_review: t`In review`,
    changes_requested: t`Changes requested`,
    approved: t`Approved`,
    out_for_signature: t`Out for signature`,
    scheduled: t`Starts later`,
    active: t`Active`,
    in_force: t`In force`,
    expiring_soon: t`Expiring soon`,
    expired: t`Expired`,
    suspended: t`On hold`,
    terminated: t`Ended early`,
    rejected: t`Turned down`,
    withdrawn: t`Withdrawn`,
    superseded: t`Replaced`,
  };
  return names[status];
}

export const looks: Readonly<Record<EffectiveStatus, StatusLook>> = {
  draft: "draft",
  submitted: "review",
  in_review: "review",
  changes_requested: "changes",
  approved: "review",
  out_for_signature: "review",
  scheduled: "good",
  active: "good",
  expiring_soon: "warn",
  expired: "bad",
  suspended: "warn",
  terminated: "ended",
  rejected: "ended",
  withdrawn: "ended",
  superseded: "archived",
};

export function typeName(type: AgreementType): string {
  const names: Record<AgreementType, string> = {
    mou: t`Agreement (MOU)`,
    moa: t`Agreement (MOA)`,
    school_partner_agreement: t`School partner agreement`,
    services_contract: t`Services contract`,
    space_use: t`Space use agreement`,
    data_sharing: t`Data sharing agreement`,
    research: t`Research agreement`,
    letter_of_agreement: t`Letter of agreement`,
    collaboration_plan: t`Collaboration plan`,
  };
  return names[type];
}

export function termName(term: Agreement["term_kind"]): string {
  const names: Record<Agreement["term_kind"], string> = {
    school_year: t`One school year`,
    summer: t`A summer`,
    multi_year: t`Several years`,
    custom: t`Another span`,
  };
  return names[term];
}

export function topicName(topic: Agreement["expectations"][number]["topic"]): string {
  const names: Record<typeof topic, string> = {
    space: t`Space`,
    schedule: t`Schedule`,
    communication: t`Communication`,
    recruitment_referral: t`Recruiting and referring students`,
    staffing: t`Staffing`,
    materials: t`Materials`,
    data: t`Data`,
    family_contact: t`Contact with families`,
    safety: t`Safety`,
    facilities: t`Building and facilities`,
    dispute_resolution: t`Settling disagreements`,
    revisit: t`Said at the annual revisit`,
  };
  return names[topic];
}

/** “the school”, in a sentence. */
export function sideName(side: Side): string {
  const names: Record<Side, string> = {
    district: t`the district office`,
    school: t`the school`,
    partner: t`the partner`,
  };
  return names[side];
}

export function partyName(party: Party, agreement: Pick<Agreement, "partner">): string {
  return party === "partner" ? agreement.partner.name : t`the district`;
}

export function reviewName(step: ReviewStep): string {
  const names: Record<ReviewStep, string> = {
    program: t`Program review`,
    legal: t`Legal review`,
    risk: t`Risk review`,
    privacy: t`Privacy review`,
    board: t`Board`,
  };
  return names[step];
}

/** Somebody's standing, when nobody is known by name. */
export function roleName(role: string): string {
  const names: Record<string, string> = {
    district_admin: t`the district office`,
    partnership_office: t`the district office`,
    legal_reviewer: t`legal review`,
    compliance_reviewer: t`risk review`,
    privacy_officer: t`privacy review`,
    district_signatory: t`whoever signs for the district`,
    school_leader: t`the principal`,
    partnership_coordinator: t`the school’s coordinator`,
    partner_admin: t`the partner`,
    partner_signatory: t`whoever signs for the partner`,
  };
  return names[role] ?? t`the district office`;
}
