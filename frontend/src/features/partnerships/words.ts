/** What is said of a partnership: its stage, the steps one may take, and whose turn it is. */
import { t } from "@lingui/core/macro";
import type { StatusLook } from "@/ui/data/status-tag";
import type { Stage } from "./search";

export function stageName(stage: Stage): string {
  switch (stage) {
    case "exploring":
      return t`Getting to know each other`;
    case "planning":
      return t`Planning`;
    case "ready_check":
      return t`Ready to start`;
    case "active":
      return t`At work`;
    case "paused":
      return t`Paused`;
    case "ended":
      return t`Ended`;
    case "not_a_fit":
      return t`Not a fit`;
  }
}

export const stageLooks: Record<Stage, StatusLook> = {
  exploring: "draft",
  planning: "draft",
  ready_check: "review",
  active: "good",
  paused: "warn",
  ended: "ended",
  not_a_fit: "ended",
};

export function stepName(move: string): string {
  switch (move) {
    case "plan":
      return t`Start planning`;
    case "ready":
      return t`Ready to start`;
    case "activate":
      return t`Start the partnership`;
    case "resume":
      return t`Resume`;
    case "pause":
      return t`Pause`;
    case "end":
      return t`End the partnership`;
    case "not-a-fit":
      return t`Not a fit`;
    default:
      return move;
  }
}

/** The steps that ask for a reason. */
export const reasoned: ReadonlySet<string> = new Set(["pause", "end", "not-a-fit"]);

export function partyName(party: string | null): string {
  switch (party) {
    case "district":
      return t`The district office`;
    case "school":
      return t`The school`;
    case "partner":
      return t`The partner`;
    default:
      return t`Nobody: it only takes time`;
  }
}
