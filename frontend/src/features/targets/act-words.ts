/** Each step in words: its verb, what it does and does not do, and what is said once it is done. */
import { t } from "@lingui/core/macro";
import type { Act } from "./acts";
import type { Target } from "./api";

export type ActWords = {
  heading: string;
  action: string;
  working: string;
  effect: string;
  done: string;
  /** The label of the reason, where the step asks for one. */
  asks?: string;
  isDanger?: boolean;
};

export function actWords(act: Act, target: Target): ActWords {
  const partner = target.partner.name;
  switch (act.verb) {
    case "propose":
      return {
        heading: t`Propose this target`,
        action: t`Propose the target`,
        working: t`Proposing…`,
        effect:
          target.school_count > 1
            ? t`Both sides are asked. Each school answers for itself; one that says no does not hold up the others.`
            : t`The other side is asked to agree. Nothing is measured before both sides have.`,
        done: t`Proposed. The other side sees it on its first page.`,
      };
    case "agree":
      return {
        heading: t`Agree to this target`,
        action: t`Agree to the target`,
        working: t`Agreeing…`,
        effect: t`This is your side’s word. Once both sides have given theirs, results can begin.`,
        done: t`Your side has agreed.`,
      };
    case "agree-school": {
      const school = act.school.name;
      return {
        heading: t`Agree for ${school}`,
        action: t`Agree for ${school}`,
        working: t`Agreeing…`,
        effect: t`The results of ${school} then count. ${partner} reports them; nobody is measured who is not in the program.`,
        done: t`${school} has agreed.`,
      };
    }
    case "opt-out": {
      const school = act.school.name;
      return {
        heading: t`Keep ${school} out of this target`,
        action: t`Keep ${school} out`,
        working: t`Saving…`,
        effect: t`Its results do not count. The other schools go on, the program goes on, and it may join later.`,
        done: t`${school} stays out of this target.`,
        asks: t`Why not, and what would have to change?`,
      };
    }
    case "open":
      return {
        heading: t`Open it for results`,
        action: t`Open the target`,
        working: t`Opening…`,
        effect: t`Both sides have agreed. From now on results can be entered, and the definition stays as it is.`,
        done: t`Open. Results can be entered.`,
      };
    case "close":
      return {
        heading: t`Close this target`,
        action: t`Close the target`,
        working: t`Closing…`,
        effect: t`Its period is over. After this no result is added or changed, and what was reached stands.`,
        done: t`Closed. What was reached stands.`,
      };
    case "revise":
      return {
        heading: t`Start a new version`,
        action: t`Start a new version`,
        working: t`Starting…`,
        effect: t`A draft with the same words starts, and both sides are asked again. This one stays for the record.`,
        done: t`A new version was started.`,
        asks: t`What has to change, and why?`,
      };
    case "withdraw":
      return {
        heading: t`Withdraw this target`,
        action: t`Withdraw the target`,
        working: t`Withdrawing…`,
        effect: t`It takes no more answers. Its record stays, and a new target can be set at any time.`,
        done: t`Withdrawn.`,
        isDanger: true,
      };
    case "reject": {
      const school = act.result.school.name;
      return {
        heading: t`This result of ${school} is not so`,
        action: t`Turn the result down`,
        working: t`Saving…`,
        effect: t`It no longer counts. Whoever entered it reads your reason and can enter it again.`,
        done: t`The result of ${school} no longer counts.`,
        asks: t`What is not so?`,
        isDanger: true,
      };
    }
  }
}
