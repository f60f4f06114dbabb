/** What is said of a partnership: its stage, what keeps the program out, and whose turn it is. */
import { t } from "@lingui/core/macro";
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

/** The server's sentences, so that they can be said in the reader's language. */
const sentences: Readonly<Record<string, () => string>> = {
  "The partner has not applied to the district yet.": () =>
    t`The partner has not applied to the district yet.`,
  "The partner's application waits for review.": () => t`The partner’s application waits for review.`,
  "The partner's application is under review.": () => t`The partner’s application is under review.`,
  "The partner has to change its application.": () => t`The partner has to change its application.`,
  "The partner is on hold.": () => t`The partner is on hold.`,
  "The partner's application was declined.": () => t`The partner’s application was declined.`,
  "The partner is inactive.": () => t`The partner is inactive.`,
  "The partner's approval has run out.": () => t`The partner’s approval has run out.`,
  "No agreement covers this program at this school.": () =>
    t`No agreement covers this program at this school.`,
  "The agreement has expired.": () => t`The agreement has expired.`,
  "The agreement is a draft.": () => t`The agreement is a draft.`,
  "The agreement has to be changed and sent again.": () => t`The agreement has to be changed and sent again.`,
  "The agreement waits for review.": () => t`The agreement waits for review.`,
  "The agreement is in review.": () => t`The agreement is in review.`,
  "The agreement has to be sent for signature.": () => t`The agreement has to be sent for signature.`,
  "The agreement waits for signatures.": () => t`The agreement waits for signatures.`,
  "The agreement is on hold.": () => t`The agreement is on hold.`,
  "The agreement has not started.": () => t`The agreement has not started.`,
  "Nobody is on the staff list.": () => t`Nobody is on the staff list.`,
  "Nobody on the staff list has a background check in date.": () =>
    t`Nobody on the staff list has a background check in date.`,
  "The principal declined.": () => t`The principal declined.`,
  "The principal has not confirmed the school yet.": () => t`The principal has not confirmed the school yet.`,
};

/** A sentence that nobody put into the reader's language yet is still said. */
export function blockerWords({ code, words, due_on: due }: ListedBlocker): string {
  if (code === "no_agreement_in_force" && due !== null) {
    const day = formatDay(due, "long");
    return t`The agreement starts on ${day}.`;
  }
  return sentences[words]?.() ?? words;
}

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
