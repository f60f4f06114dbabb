/** Who acts for a school, or who acted and since when it takes part. */
import { t } from "@lingui/core/macro";
import type { SchoolAnswer } from "../api";
import { near } from "../days";

/** “Denise Okafor”, or its principal where nobody is known. */
function askedNames({ asked }: SchoolAnswer): string {
  const [first, second] = asked;
  if (!first) return t`its principal`;
  return second ? t`${first.name} or ${second.name}` : first.name;
}

/** Whether the school has let pass the day by which the district wants its answer. */
export function isSilent({ answer_due_on: due }: SchoolAnswer, day: string): boolean {
  return due !== null && due < day;
}

/** The line below a school's name: whose turn it is, or who answered when. */
export function answerWords(answer: SchoolAnswer, isDraft: boolean, day: string): string {
  const who = answer.confirmed_by?.name;
  if (isDraft) return t`Asked once it is sent for review`;
  if (answer.confirmation === "pending") {
    const names = askedNames(answer);
    const due = isSilent(answer, day) && answer.answer_due_on ? near(answer.answer_due_on, day) : null;
    return due ? t`Waiting for ${names}, whose answer was due on ${due}` : t`Waiting for ${names}`;
  }
  if (answer.confirmation === "confirmed" && answer.added_on !== null && answer.covered_from !== null) {
    const joined = near(answer.covered_from, day);
    return who ? t`Joined on ${joined}, ${who}` : t`Joined on ${joined}`;
  }
  const on = answer.confirmed_on ? near(answer.confirmed_on, day) : null;
  return [who, on].filter(Boolean).join(", ");
}

/** “Offered by Renee Castellano, Jan 20”: the office's yes, while the principal's is missing. */
export function offerWords(answer: SchoolAnswer, day: string): string | null {
  if (answer.added_on === null || answer.confirmation !== "pending") return null;
  const on = near(answer.added_on, day);
  const who = answer.added_by?.name;
  return who ? t`Offered by ${who} for the office, ${on}` : t`Offered by the office, ${on}`;
}
