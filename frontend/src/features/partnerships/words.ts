/** What is said of a partnership: its stage, what keeps the program out, and whose turn it is. */
import { t } from "@lingui/core/macro";
import { restWords } from "@/features/schools";
import { formatDay } from "@/lib/dates";
import type { StatusLook } from "@/ui/data/status-tag";
import type { Blocker, ListedBlocker, Partnership } from "./api";
import type { Stage } from "./search";

export function stageName(stage: Stage): string {
  switch (stage) {
    case "exploring":
      return t`First conversations`;
    case "planning":
      return t`Planning`;
    case "ready_check":
      return t`Ready check`;
    case "active":
      return t`At work`;
    case "paused":
      return t`On hold`;
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

function partyName(party: ListedBlocker["who"]["party"]): string {
  switch (party) {
    case "district":
      return t`The district office`;
    case "school":
      return t`The school`;
    case "partner":
      return t`The partner`;
    case null:
      return t`Nobody; it only takes time`;
  }
}

/** Whose turn it is, where only the side is known. */
export function turn(party: ListedBlocker["who"]["party"]): string {
  switch (party) {
    case "district":
      return t`The district office acts`;
    case "school":
      return t`The school acts`;
    case "partner":
      return t`The partner acts`;
    case null:
      return partyName(null);
  }
}

/** “You”, “Renee Castellano or Wes Tanaka”, or the side when nobody is known to hold the role. */
export function whoActs({ party, names }: Blocker["who"], me: string | undefined): string {
  if (me !== undefined && names.includes(me)) return t`You`;
  const [first, second] = names;
  if (first === undefined) return partyName(party);
  if (second === undefined) return first;
  const others = names.length - 2;
  return others > 0 ? t`${first}, ${second} or another` : t`${first} or ${second}`;
}

/** Whether it may work there, in a sentence that stands under the heading. */
export function clearanceFinding({ clearance, stage }: Partnership): string {
  const { cleared, cleared_through: through, blockers } = clearance;
  if (stage === "ended") return t`It has ended; the program works there no longer.`;
  if (stage === "not_a_fit") return t`It was found to be no fit; the program does not work there.`;
  const rest = restWords(clearance.runs);
  if (rest !== null) return rest;
  if (!cleared) {
    const count = blockers.length;
    return count === 1
      ? t`Not cleared to work there: one thing is missing.`
      : t`Not cleared to work there: ${count} things are missing.`;
  }
  const until = through ? formatDay(through, "long") : null;
  if (stage === "active")
    return until ? t`Cleared to work there until ${until}.` : t`Cleared to work there; no end is known.`;
  if (stage === "paused") return t`Cleared, and on hold: the program does not work there now.`;
  return t`Cleared: nothing is missing. It has not started yet.`;
}

/** The standing of an agreement on the day, as its own page says it. */
export function agreementStatus(status: string): string {
  switch (status) {
    case "active":
      return t`In force`;
    case "expiring_soon":
      return t`Ends soon`;
    case "scheduled":
      return t`Starts later`;
    case "draft":
    case "changes_requested":
      return t`Being drafted`;
    case "out_for_signature":
      return t`Out for signature`;
    case "suspended":
      return t`On hold`;
    case "expired":
    case "terminated":
      return t`Over`;
    case "rejected":
    case "withdrawn":
      return t`Turned down`;
    case "superseded":
      return t`Replaced`;
    default:
      return t`In review`;
  }
}
