/** What each step is called, what it does and does not do, and what is said once it is done. */
import { t } from "@lingui/core/macro";
import type { Partnership } from "./api";
import type { Verb } from "./verbs";

export type ActWords = {
  /** The step as a heading: “Plan it together”. */
  heading: string;
  /** What it does, what it does not do, and who is told. */
  effect: string;
  /** The verb on the button, and while it works. */
  action: string;
  working: string;
  /** What is said when it is done. */
  done: string;
  /** For a step that cannot be taken back. */
  isDanger?: boolean;
  /** The question for the person's own words, and who reads the answer. */
  asks?: { label: string; hint: string };
};

export function actWords(verb: Verb, partnership: Partnership): ActWords {
  const program = partnership.program.name;
  const school = partnership.school.name;
  const partner = partnership.partner.name;
  switch (verb) {
    case "plan":
      return {
        heading: t`The first conversation went well: plan it`,
        effect: t`It says that ${school} and ${partner} mean to work together. Nobody comes to the school yet.`,
        action: t`Start planning`,
        working: t`Saving…`,
        done: t`Planning has begun.`,
      };
    case "ready":
      return {
        heading: t`The plan stands: check that everything is there`,
        effect: t`Both sides see what is still missing and who acts. Work starts only when nothing is.`,
        action: t`The plan stands`,
        working: t`Saving…`,
        done: t`The plan stands. What is missing is listed below.`,
      };
    case "activate":
      return {
        heading: t`Everything is there: start`,
        effect: t`From today ${program} is on the front office’s list of who may enter ${school}.`,
        action: t`Start the work`,
        working: t`Starting…`,
        done: t`At work from today.`,
      };
    case "resume":
      return {
        heading: t`Go on after the pause`,
        effect: t`From today ${program} is back on the front office’s list of who may enter ${school}.`,
        action: t`Go on`,
        working: t`Saving…`,
        done: t`At work again.`,
      };
    case "pause":
      return {
        heading: t`Put it on hold`,
        effect: t`From now on the front office sends ${program} away, until somebody at the school lets it go on. Agreement and targets stay.`,
        action: t`Put on hold`,
        working: t`Putting on hold…`,
        done: t`On hold.`,
        asks: { label: t`Why is it put on hold?`, hint: bothRead() },
      };
    case "end":
      return {
        heading: t`End the partnership`,
        effect: t`${program} works at ${school} no longer, from today and for good. What was agreed and reached stays readable; a new partnership can be started.`,
        action: t`End the partnership`,
        working: t`Ending…`,
        done: t`The partnership has ended.`,
        isDanger: true,
        asks: { label: t`Why does it end?`, hint: bothRead() },
      };
    case "not-a-fit":
      return {
        heading: t`Not a fit for ${school}`,
        effect: t`The conversation ends here for good. ${partner} sees that it ended, not why.`,
        action: t`Not a fit`,
        working: t`Saving…`,
        done: t`Noted as not a fit.`,
        isDanger: true,
        asks: {
          label: t`Why is it not a fit?`,
          hint: t`Only the school’s leaders and the district read it. It may become a public record.`,
        },
      };
  }
}

function bothRead(): string {
  return t`The school, the partner and the district read it. It may become a public record.`;
}
