/** The kinds of notices in the order of their choices, and the parts they are shown in. */
const kindGroups = {
  applications: [
    "application_submitted",
    "application_decided",
    "program_for_review",
    "program_approved",
    "partner_standing",
    "vetting_ending",
  ],
  agreements: [
    "agreement_for_review",
    "review_asked",
    "school_to_confirm",
    "school_answered",
    "join_asked",
    "join_answered",
    "opening_asked",
    "opening_answered",
    "origin_changed",
    "agreement_to_decide",
    "agreement_for_board",
    "agreement_changes_requested",
    "agreement_approved",
    "agreement_rejected",
    "agreement_to_sign",
    "signature_declined",
    "word_disowned",
    "agreement_signed",
    "agreement_executed",
    "agreement_stopped",
    "agreement_ending",
    "revisit_due",
    "records_to_destroy",
    "revisit_answered",
    "promise_missing",
  ],
  papers: [
    "paper_for_review",
    "paper_decided",
    "check_for_review",
    "check_decided",
    "waiver_decided",
    "paper_ending",
    "check_ending",
    "waiver_ending",
    "requirement_due",
  ],
  targets: ["target_proposed", "target_answered", "result_due", "result_posted"],
  spreadsheets: ["spreadsheet_done"],
} as const;

export type KindGroup = keyof typeof kindGroups;
export type Kind = (typeof kindGroups)[KindGroup][number];

export const kinds: readonly Kind[] = [
  ...kindGroups.applications,
  ...kindGroups.agreements,
  ...kindGroups.papers,
  ...kindGroups.targets,
  ...kindGroups.spreadsheets,
];

/** Where a kind is shown; what this page does not know yet comes last. */
export function groupOf(kind: string): KindGroup | "other" {
  const among = (group: readonly string[]) => group.includes(kind);
  if (among(kindGroups.applications)) return "applications";
  if (among(kindGroups.agreements)) return "agreements";
  if (among(kindGroups.papers)) return "papers";
  if (among(kindGroups.spreadsheets)) return "spreadsheets";
  return among(kindGroups.targets) ? "targets" : "other";
}
