/** Words for what the API says of a target in codes. */
import { t } from "@lingui/core/macro";
import type { ResultRead, TargetItem, TargetRead, TargetSchoolRead } from "@/api/gen/types.gen";
import { formatMoney, formatNumber, formatPercent } from "@/lib/numbers";
import type { StatusLook } from "@/ui/data/status-tag";

type Status = TargetRead["status"];
type Rating = NonNullable<TargetItem["progress"]["rating"]>;
export type Unit = TargetRead["unit"];
export const units = ["count", "percent", "ratio", "score", "hours", "currency"] as const;
export const directions = ["increase", "decrease", "maintain"] as const;
export const populations = ["students_served", "grade_or_group", "whole_school"] as const;

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

export function populationName(kind: TargetRead["population"]): string {
  switch (kind) {
    case "students_served":
      return t`Students the program serves`;
    case "grade_or_group":
      return t`A grade or group`;
    case "whole_school":
      return t`The whole school`;
  }
}

export function unitName(unit: Unit): string {
  switch (unit) {
    case "count":
      return t`A count`;
    case "percent":
      return t`Percent`;
    case "ratio":
      return t`A ratio`;
    case "score":
      return t`A score`;
    case "hours":
      return t`Hours`;
    case "currency":
      return t`Dollars`;
  }
}

export function directionName(direction: TargetRead["direction"]): string {
  switch (direction) {
    case "increase":
      return t`It should rise`;
    case "decrease":
      return t`It should fall`;
    case "maintain":
      return t`It should stay`;
  }
}

/** A number in the target's unit, as the server writes it. */
export function inUnit(unit: Unit): (value: number) => string {
  switch (unit) {
    case "percent":
      return (value) => formatPercent(value);
    case "currency":
      return (value) => formatMoney(value.toFixed(2));
    case "hours":
      return (value) => t`${formatNumber(value)} hours`;
    case "ratio":
      return (value) => formatNumber(value, 2);
    default:
      return (value) => formatNumber(value);
  }
}

/** The finding in two: what the results say, and what follows. */
export function splitFinding(name: string, finding: string): { first: string; rest: string } {
  const end = finding.indexOf(". ", name.length);
  if (end < 0) return { first: finding.replace(/\.$/, ""), rest: "" };
  return { first: finding.slice(0, end), rest: finding.slice(end + 2) };
}

export function moveAction(move: string): string {
  switch (move) {
    case "propose":
      return t`Propose the target`;
    case "agree":
      return t`Agree`;
    case "open":
      return t`Open the target`;
    case "close":
      return t`Close the target`;
    case "withdraw":
      return t`Withdraw the target`;
    case "revise":
      return t`Revise the target`;
    case "opt-out":
      return t`Opt out`;
    case "verify":
      return t`Verify`;
    case "reject":
      return t`Reject`;
    default:
      return move;
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
