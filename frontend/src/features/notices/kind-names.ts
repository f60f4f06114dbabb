/** What a kind of notice is called where people choose: the event, from where the reader stands. */
import { t } from "@lingui/core/macro";
import type { KindGroup } from "./kinds";

export function kindName(kind: string): string {
  const names: Record<string, string> = {
    application_submitted: t`An organization applies`,
    application_decided: t`The district decides on our application`,
    program_for_review: t`A program waits for the district`,
    program_approved: t`A program of ours is approved`,
    partner_standing: t`An organization is put on hold, closed or opened again`,
    agreement_for_review: t`An agreement is sent for review`,
    review_asked: t`An agreement waits for my review`,
    school_to_confirm: t`An agreement waits for my school’s word`,
    school_answered: t`A school confirms or declines`,
    join_asked: t`A school asks to join a signed agreement`,
    join_answered: t`The office answers a school that asked to join`,
    opening_asked: t`The district asks whether other districts may join`,
    opening_answered: t`The other side answers whether other districts may join, or closes it`,
    origin_changed: t`An agreement of another district that we adopted changes there`,
    agreement_to_decide: t`Every other word on an agreement is in`,
    agreement_for_board: t`An agreement is ready for the board`,
    agreement_changes_requested: t`Changes are asked for`,
    agreement_approved: t`An agreement is approved`,
    agreement_rejected: t`An agreement is rejected`,
    agreement_to_sign: t`An agreement is ready for my signature`,
    signature_declined: t`A signatory does not sign`,
    word_disowned: t`Somebody who was asked is not the one to decide`,
    agreement_signed: t`One side signs`,
    agreement_executed: t`An agreement is fully signed`,
    agreement_stopped: t`An agreement is put on hold, resumed, changed, replaced, called back, withdrawn or ended early`,
    agreement_ending: t`An agreement ends soon`,
    records_to_destroy: t`Student records have to be destroyed`,
    revisit_due: t`An annual revisit opens, is due soon or is overdue`,
    revisit_answered: t`The other side answers at the annual revisit`,
    promise_missing: t`Something you promised was not delivered`,
    paper_for_review: t`A paper waits for my review`,
    paper_decided: t`The district decides on a paper, or one is taken back`,
    check_for_review: t`Background checks wait for somebody to see their results`,
    check_decided: t`The district has seen background checks`,
    waiver_decided: t`A waiver is given or taken back`,
    paper_ending: t`A paper ends soon`,
    check_ending: t`Background checks end soon`,
    waiver_ending: t`A waiver ends soon`,
    requirement_due: t`The district will ask for something that is missing`,
    vetting_ending: t`The district’s approval of an organization ends soon`,
    target_proposed: t`A target is proposed`,
    target_answered: t`A side agrees to a target, or a school opts out`,
    result_due: t`Results are due`,
    result_posted: t`Results are posted`,
    spreadsheet_done: t`A spreadsheet of mine is checked or in`,
  };
  return names[kind] ?? t`Something else`;
}

export function groupName(group: KindGroup | "other"): string {
  const names = {
    applications: t`Applications`,
    agreements: t`Agreements`,
    papers: t`Papers`,
    targets: t`Targets and results`,
    spreadsheets: t`Spreadsheets`,
    other: t`Other events`,
  };
  return names[group];
}
