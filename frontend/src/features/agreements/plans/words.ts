/** What site plans, their states and their steps are called. */
import { plural, t } from "@lingui/core/macro";
import type { HistoryItem } from "@/api/gen/types.gen";
import { isApiError } from "@/api/problem";
import { formatDay, formatSchoolYear } from "@/lib/dates";
import type { StatusLook } from "@/ui/data/status-tag";
import type { Plan, Plans, PlanStatus, PlanVerb } from "./api";

export function kindName(kind: Plan["kind"]): string {
  const names: Record<Plan["kind"], string> = {
    collaboration_plan: t`Site collaboration plan`,
    letter_of_agreement: t`Letter of agreement`,
    expectations_worksheet: t`Expectations worksheet`,
  };
  return names[kind];
}

export function planStatusName(status: PlanStatus): string {
  const names: Record<PlanStatus, string> = {
    draft: t`Draft`,
    proposed: t`Put to both sides`,
    changes_requested: t`Changes requested`,
    withdrawn: t`Withdrawn`,
    scheduled: t`Starts later`,
    in_force: t`In force`,
    on_hold: t`On hold`,
    expired: t`Expired`,
    ended: t`Ended`,
    replaced: t`Replaced`,
  };
  return names[status];
}

export const planLooks: Readonly<Record<PlanStatus, StatusLook>> = {
  draft: "draft",
  proposed: "review",
  changes_requested: "changes",
  withdrawn: "ended",
  scheduled: "good",
  in_force: "good",
  on_hold: "warn",
  expired: "bad",
  ended: "ended",
  replaced: "archived",
};

/** Why it is not its own doing, in a sentence. */
export function becauseWords(plan: Pick<Plan, "because" | "agreement" | "school" | "status_reason">): string {
  const { number } = plan.agreement;
  switch (plan.because) {
    case null:
      return "";
    case "agreement_not_signed":
      return t`It counts once agreement ${number} is fully signed.`;
    case "agreement_on_hold":
      return t`Agreement ${number} is on hold, and the plan with it.`;
    case "agreement_over":
      return t`Agreement ${number} is over, and the plan with it.`;
    case "school_left": {
      const school = plan.school.name;
      return t`Agreement ${number} does not cover ${school} any more.`;
    }
    case "ended_early":
      return t`It was ended early.`;
    case "replaced":
      return t`The school’s next plan has taken its place.`;
  }
}

/** “From Aug 26, 2019 to May 29, 2020, under agreement A-2019-0003.” */
export function termWords(plan: Plan): string {
  const [first, last] = [formatDay(plan.starts_on, "long"), formatDay(plan.ends_on, "long")];
  const { number } = plan.agreement;
  return t`From ${first} to ${last}, under agreement ${number}. It binds neither side.`;
}

/** “Plans: 11 of 14 schools have one” */
export function plansFinding(plans: Plans): string {
  const { have } = plans;
  // while no school is covered there is nothing to count
  if (plans.of === 0) return t`No school has one yet`;
  return plural(plans.of, {
    one: `${have} of # school has one`,
    other: `${have} of # schools have one`,
  });
}

export function sideName(
  side: Plan["words"][number]["side"],
  plan: Pick<Plan, "school" | "partner">,
): string {
  return side === "school" ? plan.school.name : plan.partner.name;
}

export function planNeed(code: string): string {
  const names: Readonly<Record<string, string>> = {
    agreement_signed: t`The agreement above it fully signed`,
    agreement_runs: t`An agreement above it that is not over`,
    school_covered: t`The school confirmed in the agreement above it`,
    within_agreement: t`Days within those of the agreement above it`,
    plan_says_something: t`What you want to reach together, or who does what`,
    word_not_given: t`The other side’s word; this one was given`,
    one_side_each: t`Somebody else’s word: you spoke for the other side`,
    plan_not_over: t`A last day that has not passed`,
  };
  return names[code] ?? code.replaceAll("_", " ");
}

export function planRefusal(error: unknown): string | null {
  if (!isApiError(error)) return null;
  if (error.isConflict)
    return t`Somebody changed this plan meanwhile. Close this, read it again, then decide.`;
  if (error.status === 403) return t`This step is somebody else’s to take.`;
  if (error.slug === "site-plan-under-way")
    return t`A plan for this school is under way already. Open it from the agreement’s page.`;
  if (error.status !== 409) return null;
  const needs = error.problem["needs"];
  const list = (Array.isArray(needs) ? needs.filter((each) => typeof each === "string") : [])
    .map(planNeed)
    .join("; ");
  return list
    ? t`This is still missing: ${list}.`
    : t`It stands elsewhere by now, so this step is no longer possible. Close this and read it again.`;
}

export type StepWords = {
  heading: string;
  action: string;
  working: string;
  effect: string;
  done: string;
  asks?: string;
  isDanger?: boolean;
};

export function stepWords(verb: PlanVerb, plan: Pick<Plan, "school" | "partner">): StepWords {
  const school = plan.school.name;
  const partner = plan.partner.name;
  const words: Record<PlanVerb, StepWords> = {
    propose: {
      heading: t`Put it to both sides`,
      action: t`Put it to both sides`,
      working: t`Sending…`,
      effect: t`The principal of ${school} and ${partner} are asked for their word. Its words stay as they are meanwhile.`,
      done: t`Both sides are asked for their word.`,
    },
    agree: {
      heading: t`Agree to the plan`,
      action: t`Agree`,
      working: t`Agreeing…`,
      effect: t`You give your side’s word. Nothing is signed, and it binds neither side. With both words it is agreed.`,
      done: t`Your word is given.`,
    },
    "request-changes": {
      heading: t`Ask for changes`,
      action: t`Ask for changes`,
      working: t`Sending…`,
      effect: t`It goes back to whoever wrote it, and both sides are asked again afterwards.`,
      done: t`It went back with what has to change.`,
      asks: t`What has to change?`,
    },
    withdraw: {
      heading: t`Withdraw the plan`,
      action: t`Withdraw it`,
      working: t`Withdrawing…`,
      effect: t`It stays on the record as withdrawn. Another one can be written.`,
      done: t`It is withdrawn.`,
      isDanger: true,
    },
    end: {
      heading: t`End the plan`,
      action: t`End it today`,
      working: t`Ending…`,
      effect: t`It counts no more from today on. The agreement above it goes on.`,
      done: t`It has ended.`,
      asks: t`Why does it end?`,
      isDanger: true,
    },
  };
  return words[verb];
}

const facts: Readonly<Record<string, (who: string) => string>> = {
  "site_plan.drafted": (who) => t`${who} began the plan.`,
  "site_plan.edited": (who) => t`${who} changed what it says.`,
  "site_plan.proposed": (who) => t`${who} put it to both sides.`,
  "site_plan.changes_requested": (who) => t`${who} asked for changes.`,
  "site_plan.withdrawn": (who) => t`${who} withdrew it.`,
  "site_plan.ended": (who) => t`${who} ended it.`,
  "site_plan.replaced": () => t`The school’s next plan was agreed.`,
};

export function planSentence(item: HistoryItem): string {
  const who = item.who.name;
  if (item.kind === "site_plan.agreed") {
    const side = item.changed.find(({ field }) => field === "side")?.after;
    return side === "partner" ? t`${who} agreed for the partner.` : t`${who} agreed for the school.`;
  }
  return facts[item.kind]?.(who) ?? item.words;
}

/** “at the annual revisit 2019–20, due Jun 12” */
export function revisitWords(plan: Plan): string {
  const { next_revisit: next, last_revisit: last } = plan;
  const parts: string[] = [];
  if (last) {
    const year = formatSchoolYear(last.school_year);
    parts.push(
      last.outcome === "confirmed"
        ? t`At the annual revisit ${year} both sides said that it goes on as it is.`
        : last.outcome === "revised"
          ? t`At the annual revisit ${year} both sides asked for changes.`
          : t`At the annual revisit ${year} both sides said that it should end.`,
    );
  }
  if (next) {
    const due = formatDay(next.due_on, "long");
    parts.push(t`Both sides look at it again with the agreement, by ${due}.`);
  }
  return parts.join(" ");
}
