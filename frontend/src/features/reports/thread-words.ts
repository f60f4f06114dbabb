/** The sentences of a thread: what was decided, by whom, and what it came to. */
import { t } from "@lingui/core/macro";
import type { AgreementRead, TargetRead } from "@/api/gen/types.gen";
import { formatDay, formatSpan } from "@/lib/dates";
import { listOf } from "@/lib/lists";
import { formatMoney, formatNumber, formatOf, formatPercent } from "@/lib/numbers";
import type { Next } from "./thread-parts";

/** “In force October 1, 2019 to June 12, 2020”, or how far it is. */
export function agreementTitle(agreement: AgreementRead): string {
  const { title } = agreement;
  const span = formatSpan(agreement.effective_on ?? agreement.starts_on, agreement.ends_on);
  switch (agreement.effective_status) {
    case "active":
    case "expiring_soon":
      return t`In force ${span}`;
    case "scheduled":
      return t`Signed, in force ${span}`;
    case "expired":
      return t`Was in force ${span}`;
    case "suspended":
      return t`On hold: ${title}`;
    case "terminated":
      return t`Ended early: ${title}`;
    case "draft":
    case "changes_requested":
      return t`Being drafted: ${title}`;
    case "out_for_signature":
      return t`Out for signature: ${title}`;
    default:
      return t`In review: ${title}`;
  }
}

/** When both had signed, or when it was signed elsewhere. */
export function signedOn(agreement: AgreementRead): string | null {
  const days = agreement.signatures.filter(({ voided_at: voided }) => voided === null);
  return (
    days
      .map(({ signed_on: on }) => on)
      .sort()
      .at(-1) ?? agreement.signed_elsewhere_on
  );
}

/** “Signed by Tomas Adeyemi and Harold Lindqvist. Confirmed for the school by Carla Whitfield.” */
export function agreedBy(agreement: AgreementRead, schoolId: string): string {
  const names = agreement.signatures.flatMap(({ name, voided_at: voided }) =>
    voided === null ? [name] : [],
  );
  const here = agreement.schools.find(({ school }) => school.id === schoolId);
  const signers = listOf(names);
  const principal = here?.confirmed_by?.name;
  return [
    names.length > 0 && t`Signed by ${signers}.`,
    agreement.signed_elsewhere_on && t`Signed on paper.`,
    principal && here?.confirmation === "confirmed" && t`Confirmed for the school by ${principal}.`,
  ]
    .filter(Boolean)
    .join(" ");
}

export function figureWords(value: number, unit: TargetRead["unit"]): string {
  switch (unit) {
    case "percent":
      return formatPercent(value, Number.isInteger(value) ? 0 : 1);
    case "hours": {
      const hours = formatNumber(value);
      return t`${hours} hours`;
    }
    case "currency":
      return formatMoney(String(value));
    default:
      return formatNumber(value);
  }
}

/** “Tutored students who read on grade level: 85% by June 12, 2020” */
export function targetTitle(target: TargetRead): string {
  const { measure } = target;
  if (target.target_value === null) return measure;
  const value = figureWords(target.target_value, target.unit);
  const by = formatDay(target.period_ends_on, "long");
  if (target.direction === "maintain") return t`${measure}: hold ${value} to ${by}`;
  return target.is_lower_better ? t`${measure}: at most ${value} by ${by}` : t`${measure}: ${value} by ${by}`;
}

/** “The baseline was 49 of 96, October 2019.” */
export function baseline(target: TargetRead): string | null {
  const { baseline_value: value, baseline_numerator: part, baseline_denominator: whole } = target;
  if (value === null) return null;
  const size = part !== null && whole !== null ? formatOf(part, whole) : figureWords(value, target.unit);
  const period = target.baseline_period;
  return period ? t`The baseline was ${size} in ${period}.` : t`The baseline was ${size}.`;
}

/** “Agreed by Carla Whitfield for the school and Tomas Adeyemi for the partner.” */
export function targetBy(target: TargetRead, schoolId: string): string {
  const here = target.schools.find(({ school }) => school.id === schoolId);
  const school = here?.word === "agreed" ? here.by : null;
  const partner = target.partner_word.word === "agreed" ? target.partner_word.by : null;
  if (school && partner) return t`Agreed by ${school} for the school and ${partner} for the partner.`;
  if (here?.word === "opted_out") return t`The school opted out.`;
  if (here?.word === "pending") return t`The school has not answered yet.`;
  if (school) return t`Agreed by ${school} for the school. The partner has not answered yet.`;
  return t`Agreed by both sides.`;
}

/** The last result of this school that counts towards what is shown. */
export function resultBy(target: TargetRead, schoolId: string): string {
  const last = target.results.find(
    (result) => result.school.id === schoolId && result.as_of_on === target.progress.as_of_on,
  );
  const reporter = last?.entered_by;
  const checker = last?.verified_by;
  if (reporter && checker) return t`Reported by ${reporter}, checked by ${checker}.`;
  if (reporter) return t`Reported by ${reporter}, not checked yet.`;
  return "";
}

/** “Room 114 is ready”, said so that it holds for any promise. */
export function nextTitle({ what, title }: Next): string {
  switch (what) {
    case "blocker":
      return title;
    case "promise":
      return t`Promised: ${title}`;
    case "answer":
      return t`Answer the target “${title}”`;
    case "end":
      return t`The agreement ends: renew it or let it end`;
  }
}

export function nextWho({ who, party }: Next): string {
  if (who.length > 0) return listOf(who);
  switch (party) {
    case "school":
      return t`The school`;
    case "partner":
      return t`The partner`;
    case "district":
      return t`The district office`;
    case null:
      return t`Both sides`;
  }
}
