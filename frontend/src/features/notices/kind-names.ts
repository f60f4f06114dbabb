/** What a kind of notice is called where people choose: the event, from where the reader stands. */
import { t } from "@lingui/core/macro";
import type { KindGroup } from "./kinds";

export function kindName(kind: string): string {
  const names: Record<string, string> = {
    application_submitted: t`An organization applies`,
    application_decided: t`The district decides on our application`,
    partner_standing: t`An organization is put on hold, closed or opened again`,
    agreement_for_review: t`An agreement is sent for review`,
    review_asked: t`An agreement waits for my review`,
    school_to_confirm: t`An agreement waits for my school’s word`,
    school_answered: t`A school confirms or declines`,
    agreement_changes_requested: t`Changes are asked for`,
    agreement_approved: t`An agreement is approved`,
    agreement_rejected: t`An agreement is rejected`,
    agreement_to_sign: t`An agreement is ready for my signature`,
    signature_declined: t`A signatory does not sign`,
    word_disowned: t`Somebody who was asked is not the one to decide`,
    agreement_signed: t`One side signs`,
    agreement_executed: t`An agreement is fully signed`,
    agreement_stopped: t`An agreement is put on hold, resumed, called back or ended early`,
    agreement_ending: t`An agreement ends soon`,
    records_to_destroy: t`Student records have to be destroyed`,
    revisit_due: t`An annual revisit opens, is due soon or is overdue`,
    promise_missing: t`Something you promised was not delivered`,
    paper_ending: t`A paper ends soon`,
    target_proposed: t`A target is proposed`,
    target_answered: t`A side agrees to a target, or a school opts out`,
    result_due: t`Results are due`,
    result_posted: t`Results are posted`,
  };
  return names[kind] ?? t`Something else`;
}

export function groupName(group: KindGroup | "other"): string {
  const names = {
    applications: t`Applications`,
    agreements: t`Agreements`,
    papers: t`Papers`,
    targets: t`Targets and results`,
    other: t`Other events`,
  };
  return names[group];
}
