/** What is said of needs, of assessments and of how programs fit. */
import { t } from "@lingui/core/macro";
import type { AssessmentItem, NeedItem } from "@/api/gen/types.gen";
import type { StatusLook } from "@/ui/data/status-tag";

type NeedStatus = NeedItem["status"];
type AssessmentStatus = AssessmentItem["status"];

export const needLooks: Record<NeedStatus, StatusLook> = {
  identified: "draft",
  prioritized: "review",
  matched: "review",
  being_addressed: "good",
  met: "done",
  deferred: "none",
  dropped: "ended",
};

export function needStatus(status: NeedStatus): string {
  switch (status) {
    case "identified":
      return t`Not a priority yet`;
    case "prioritized":
      return t`Priority need`;
    case "matched":
      return t`A program is found`;
    case "being_addressed":
      return t`Being worked on`;
    case "met":
      return t`Met`;
    case "deferred":
      return t`Put off`;
    case "dropped":
      return t`Given up`;
  }
}

export const assessmentLooks: Record<AssessmentStatus, StatusLook> = {
  draft: "draft",
  collecting: "draft",
  analyzing: "draft",
  prioritizing: "draft",
  submitted: "review",
  approved: "review",
  published: "good",
  superseded: "archived",
};

export function assessmentStatus(status: AssessmentStatus): string {
  switch (status) {
    case "draft":
      return t`In work`;
    case "collecting":
      return t`Collecting evidence`;
    case "analyzing":
      return t`Looking for causes`;
    case "prioritizing":
      return t`Putting in order`;
    case "submitted":
      return t`Waits for the principal`;
    case "approved":
      return t`Approved, not published`;
    case "published":
      return t`Published`;
    case "superseded":
      return t`Replaced by a newer one`;
  }
}

const inWork: readonly AssessmentStatus[] = ["draft", "collecting", "analyzing", "prioritizing"];

/** Whether the school's team still works on it: four stored states that ask for the same thing. */
export function isInWork(status: AssessmentStatus): boolean {
  return inWork.includes(status);
}

export function kindHint(kind: AssessmentItem["kind"]): string {
  switch (kind) {
    case "comprehensive":
      return t`The whole school, once a year`;
    case "segmented":
      return t`One grade band, one group or one subject`;
    case "needs_and_assets":
      return t`What the school needs and what it can already build on`;
    case "partnership_needs_survey":
      return t`Up to three needs, a sentence each`;
  }
}

export function assessmentKind(kind: AssessmentItem["kind"]): string {
  switch (kind) {
    case "comprehensive":
      return t`Needs assessment`;
    case "segmented":
      return t`Needs assessment of one part of the school`;
    case "needs_and_assets":
      return t`Needs and assets`;
    case "partnership_needs_survey":
      return t`Top needs in five minutes`;
  }
}

export const ratings = ["impact", "urgency", "magnitude", "feasibility", "alignment"] as const;
export type RatingKey = (typeof ratings)[number];

export function ratingName(key: RatingKey): string {
  switch (key) {
    case "impact":
      return t`Impact`;
    case "urgency":
      return t`Urgency`;
    case "magnitude":
      return t`How many students`;
    case "feasibility":
      return t`Can be done`;
    case "alignment":
      return t`Fits the school’s plan`;
  }
}

export function ratingWords(rating: number | null): string {
  switch (rating) {
    case 1:
      return t`Low (1 of 5)`;
    case 2:
      return t`Rather low (2 of 5)`;
    case 3:
      return t`Middle (3 of 5)`;
    case 4:
      return t`Rather high (4 of 5)`;
    case 5:
      return t`High (5 of 5)`;
    default:
      return t`Not rated`;
  }
}

export function timeName(time: string): string {
  switch (time) {
    case "before_school":
      return t`before school`;
    case "school_day":
      return t`during the school day`;
    case "after_school":
      return t`after school`;
    case "weekend":
      return t`on weekends`;
    case "summer":
      return t`in summer`;
    default:
      return time.replaceAll("_", " ");
  }
}

/** What a step still lacks; the codes are the server's. */
export function lackWords(code: string): string {
  switch (code) {
    case "needs":
      return t`At least one need is a priority.`;
    case "one_to_three_needs":
      return t`There are one to three needs.`;
    case "title":
      return t`Every need has a title.`;
    case "area":
      return t`Every need has an area.`;
    case "sentence":
      return t`A sentence says what it is like now.`;
    case "evidence":
      return t`There is evidence.`;
    case "ratings":
      return t`All five ratings are given.`;
    default:
      return code.replaceAll("_", " ");
  }
}

/** What one need lacks before it may be a priority, as a list: “a sentence on now, evidence and ratings”. */
export function lackShort(code: string): string {
  switch (code) {
    case "title":
      return t`a title`;
    case "area":
      return t`an area`;
    case "sentence":
      return t`a sentence on how it is now`;
    case "evidence":
      return t`evidence`;
    case "ratings":
      return t`all five ratings`;
    default:
      return code.replaceAll("_", " ");
  }
}

/** What was done, once a step is taken. */
export function stepDone(move: string): string {
  switch (move) {
    case "submit":
      return t`Sent to the principal.`;
    case "approve":
      return t`Approved. Nobody outside sees it until it is published.`;
    case "publish":
      return t`Published. Other schools and partners can read these needs now.`;
    default:
      return t`Noted.`;
  }
}

export function assessmentAction(move: string): string {
  switch (move) {
    case "collect":
      return t`Collecting evidence`;
    case "analyze":
      return t`Looking for causes`;
    case "prioritize":
      return t`Putting in order`;
    case "submit":
      return t`Send to the principal`;
    case "approve":
      return t`Approve`;
    case "publish":
      return t`Publish`;
    case "reopen":
      return t`Open again`;
    default:
      return move.replaceAll("-", " ");
  }
}

export function needAction(move: string): string {
  switch (move) {
    case "prioritize":
      return t`Make it a priority`;
    case "match":
      return t`A program is found`;
    case "address":
      return t`Work has begun`;
    case "meet":
      return t`It is met`;
    case "defer":
      return t`Put off`;
    case "drop":
      return t`Give up`;
    default:
      return move.replaceAll("-", " ");
  }
}
