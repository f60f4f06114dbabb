/** Decisions in words: what is asked, what an answer means, what was recorded and what comes next. */
import { t } from "@lingui/core/macro";
import type { DecisionsRecorded } from "@/api/gen/types.gen";
import { listOf } from "@/lib/lists";
import type { Decision } from "./api";

type Recorded = DecisionsRecorded["items"][number];

export function headingOf({ kind, title, agreement }: Decision): string {
  const name = title ?? "";
  if (kind === "sign_agreement") return t`Sign “${name}”`;
  if (kind === "agree_target") return t`The target “${name}”`;
  const school = agreement?.school?.name ?? "";
  return agreement?.is_offer ? t`${school} may join “${name}”` : t`“${name}” at ${school}`;
}

export function questionOf({ kind, agreement, target }: Decision): string {
  if (target) {
    const partner = target.partner.name;
    const schools = listOf(target.my_schools);
    return target.side === "partner"
      ? t`The school’s side proposes this target. Does your organization agree?`
      : t`${partner} and your school would aim at this together. Does ${schools} agree?`;
  }
  if (!agreement) return "";
  const partner = agreement.partner.name;
  const school = agreement.school?.name ?? "";
  const district = agreement.district;
  if (kind === "sign_agreement")
    return agreement.party === "partner"
      ? t`You would sign for ${partner}, with ${district} as the other side.`
      : t`You would sign for ${district}, with ${partner} as the other side.`;
  return agreement.is_offer
    ? t`Everybody has signed this agreement with ${partner}. May it also hold for ${school}? Nothing in it changes.`
    : t`${partner} would work at ${school}. Does your school want this?`;
}

export function yesOf({ kind, agreement, target }: Decision): string {
  if (kind === "sign_agreement") return t`Yes, I sign`;
  if (target?.side === "partner") return t`Yes, we agree`;
  if (target) return t`Yes, our school agrees`;
  return agreement?.is_offer ? t`Yes, our school joins` : t`Yes, our school wants it`;
}

export function noOf({ kind, target }: Decision): string {
  if (kind === "sign_agreement") return t`No, I do not sign`;
  if (target?.side === "partner") return t`No, we do not agree`;
  return kind === "agree_target" ? t`No, our school stays out` : t`No, not at our school`;
}

export function recordedOf({ kind, answer, school, partner, status }: Recorded): string {
  const place = school ?? "";
  if (kind === "sign_agreement") return answer === "yes" ? t`You signed.` : t`You do not sign.`;
  if (kind === "agree_target" && status === "withdrawn") return t`Your organization does not agree.`;
  if (kind === "agree_target")
    return answer === "yes" ? t`You agreed to the target with ${partner}.` : t`Your school stays out of it.`;
  return answer === "yes"
    ? t`${place} takes part in the agreement with ${partner}.`
    : t`${place} does not take part.`;
}

export function nextOf({ kind, answer, status }: Recorded): string {
  if (kind === "sign_agreement") {
    if (answer === "no") return t`It stays open for signature; the office reads why and will get in touch.`;
    return status === "executed"
      ? t`It is fully signed now. Both sides get word of it.`
      : t`The other side signs next.`;
  }
  if (kind === "agree_target" && status === "withdrawn")
    return t`The proposal is off the table; the schools read why, and may propose another.`;
  if (kind === "agree_target")
    return status === "agreed"
      ? t`Both sides have agreed; results can be kept.`
      : t`The other side’s word is still open.`;
  return status === "executed"
    ? t`It counts for your school from the day your school joined.`
    : t`The office goes on with its review; you need do nothing more.`;
}
