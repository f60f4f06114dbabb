/** Words for what the API says of a target in codes. */
import { t } from "@lingui/core/macro";
import type { ResultRead, TargetItem, TargetRead, TargetSchoolRead } from "@/api/gen/types.gen";
import type { StatusLook } from "@/ui/data/status-tag";

type Status = TargetRead["status"];
type Rating = NonNullable<TargetItem["progress"]["rating"]>;

export function statusName(status: Status): string {
  switch (status) {
    case "draft":
      return t`Draft`;
    case "proposed":
      return t`Proposed`;
    case "agreed":
      return t`Agreed`;
    case "open":
      return t`Open`;
    case "closed":
      return t`Closed`;
    case "revised":
      return t`Revised`;
    case "withdrawn":
      return t`Withdrawn`;
  }
}

const statusLooks: Record<Status, StatusLook> = {
  draft: "draft",
  proposed: "review",
  agreed: "good",
  open: "good",
  closed: "ended",
  revised: "archived",
  withdrawn: "archived",
};

function ratingName(rating: Rating): string {
  switch (rating) {
    case "context":
      return t`Context only`;
    case "informational":
      return t`For information`;
    case "too_early":
      return t`Too early to say`;
    case "awaiting_data":
      return t`Waiting for results`;
    case "no_data":
      return t`No results yet`;
    case "no_baseline":
      return t`No baseline`;
    case "on_track":
      return t`On track`;
    case "at_risk":
      return t`At risk`;
    case "off_track":
      return t`Off track`;
    case "met":
      return t`Met`;
    case "not_met":
      return t`Not met`;
    case "not_reported":
      return t`Not reported`;
  }
}

const ratingLooks: Record<Rating, StatusLook> = {
  context: "none",
  informational: "none",
  too_early: "review",
  awaiting_data: "review",
  no_data: "warn",
  no_baseline: "none",
  on_track: "good",
  at_risk: "warn",
  off_track: "bad",
  met: "good",
  not_met: "bad",
  not_reported: "bad",
};

/** The rating of a target that has one; before that, how far its agreeing has come. */
export function standing(target: Pick<TargetItem, "status" | "progress">): {
  look: StatusLook;
  words: string;
} {
  const { rating } = target.progress;
  return rating
    ? { look: ratingLooks[rating], words: ratingName(rating) }
    : { look: statusLooks[target.status], words: statusName(target.status) };
}

export function schoolWord(word: TargetSchoolRead["word"]): { look: StatusLook; words: string } {
  switch (word) {
    case "pending":
      return { look: "review", words: t`Not answered` };
    case "agreed":
      return { look: "good", words: t`Agreed` };
    case "opted_out":
      return { look: "none", words: t`Opted out` };
  }
}

export function resultStatus(status: ResultRead["status"]): { look: StatusLook; words: string } {
  switch (status) {
    case "submitted":
      return { look: "review", words: t`Not verified` };
    case "verified":
      return { look: "good", words: t`Verified` };
    case "rejected":
      return { look: "bad", words: t`Rejected` };
    case "superseded":
      return { look: "archived", words: t`Corrected later` };
  }
}

/** What a step still lacks, by the server's codes. */
export function needWords(need: string): string {
  switch (need) {
    case "definition":
      return t`The definition has to be complete and free of contradictions.`;
    case "both_sides":
      return t`The school and the partner both have to agree.`;
    case "side_not_agreed":
      return t`Your side has agreed already.`;
    case "one_side_each":
      return t`You gave the other side’s word; somebody else gives this one.`;
    case "period_over":
      return t`A target is closed after its period has ended.`;
    case "entered_by_you":
      return t`You entered this result; somebody else checks it.`;
    default:
      return t`It cannot be done yet.`;
  }
}
