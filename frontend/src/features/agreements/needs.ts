/** What is missing before a step, in words; the codes are the server's. */
import { t } from "@lingui/core/macro";
import { addDays, formatDay } from "@/lib/dates";
import type { Agreement } from "./api";
import { elementNames } from "./data/element-names";

export type Blocker = Agreement["blockers"][number];

const byCode: Readonly<Record<string, () => string>> = {
  title: () => t`A title`,
  programs: () => t`At least one program`,
  schools: () => t`At least one school, or the whole district`,
  type_reason: () => t`Why it is another type than the answers lead to`,
  origin_open: () => t`The other district’s agreement open again: it is on hold or closed now`,
  clauses_finalized: () => t`Every required clause of the checklist finalized`,
  dates: () => t`The first and the last day, the first not after the last`,
  no_overlap: () =>
    t`Another agreement of this type already covers one of these programs at one of these schools`,
  reviews_approved: () => t`Every review step approved`,
  partner_approved: () => t`The partner approved by the district`,
  schools_answered: () => t`Every school confirmed or declined by its principal`,
  school_confirmed: () => t`At least one school confirmed by its principal`,
  term_not_over: () => t`A last day that has not passed`,
  agreement_sent: () => t`The agreement sent for review`,
  agreement_open: () => t`The agreement is over and takes no more answers`,
  authorized_signatory: () => t`Somebody authorized to sign for this party`,
  one_party_each: () => t`Somebody else’s signature: you spoke for the other side`,
  party_not_signed: () => t`This party has signed already`,
  second_reviewer: () => t`Somebody else’s signature: you alone reviewed this`,
  fully_signed: () => t`Both signatures`,
  no_open_renewal: () => t`A renewal is under way already`,
  revisit_goes_on: () => t`Another word at the annual revisit: both sides’ came to an end`,
  partner_not_suspended: () => t`The partner taken off hold`,
  suspended: () => t`The hold ended`,
  not_submitted: () => t`Sent for review`,
  not_in_review: () => t`The office’s review started`,
  not_approved: () => t`Office approval`,
  not_sent: () => t`Sent for signature`,
  partner_signature: () => t`Signature for the partner`,
  district_signature: () => t`Signature for the district`,
  program_review: () => t`The office’s own review approved`,
  legal_review: () => t`Legal review approved`,
  risk_review: () => t`Risk review approved`,
  board_review: () => t`The board’s vote`,
  other_party_first: () => t`The other party’s signature, which comes first`,
  earlier_steps: () => t`The review steps before it approved`,
  board_step: () => t`The board is not asked about it`,
  board_not_voted: () => t`The board has voted already`,
  in_review: () => t`It is not in review`,
  board_vote: () => t`The board’s vote, which is recorded on the board’s page`,
  not_paid_by_partner: () => t`Somebody whom the partner does not employ, to record the vote`,
  privacy_review: () => t`Privacy review approved`,
  own_end: () => t`A step on the agreement that it changes; this one goes with it`,
  original_runs: () => t`The agreement that it changes in force`,
  not_an_amendment: () => t`A step on the agreement that it changes`,
  not_replaced: () => t`Another agreement is to take its place already`,
  expired: () => t`A renewal that takes its place`,
  ...elementNames,
};

/** One thing that is missing; a code nobody put into words yet is still said. */
export function needName(code: string): string {
  return byCode[code]?.() ?? code.replaceAll("_", " ");
}

export function blockerName(blocker: Blocker): string {
  const school = blocker.school?.name;
  if (blocker.code === "school_pending" && school) return t`${school} confirmed`;
  if (blocker.code === "not_started" && blocker.due_on) {
    const day = formatDay(blocker.due_on, "long");
    return t`It starts on ${day}`;
  }
  return byCode[blocker.code]?.() ?? blocker.words.replace(/\.$/, "");
}

export function warningWords(warning: Agreement["warnings"][number], agreement: Agreement): string {
  const starts = formatDay(agreement.starts_on, "long");
  switch (warning.code) {
    case "signed_late": {
      const counts = formatDay(agreement.effective_on ?? agreement.starts_on, "long");
      return t`Signed late: it was to start on ${starts} and counts from ${counts}.`;
    }
    case "starts_in_the_past":
      return t`It was to start on ${starts}. It will count from the last signature, never earlier.`;
    case "partner_not_approved":
      return t`The partner is not approved by the district now. No program works on this agreement until it is.`;
    case "ends_early": {
      const last = formatDay(addDays(agreement.ceases_on ?? agreement.ends_on, -1), "long");
      return t`It ends early: it counts through ${last}.`;
    }
    case "amended": {
      const from = formatDay(agreement.amended_from ?? agreement.starts_on, "long");
      return t`It was amended. From ${from} on the amendment says what it covers.`;
    }
    case "school_closed":
      return warning.words;
  }
}
