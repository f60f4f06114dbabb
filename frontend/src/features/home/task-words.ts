/** Each kind of task as a verb, the reason in one line, and where it is done. */
import { t } from "@lingui/core/macro";
import type { TaskRead, TaskRest } from "@/api/gen/types.gen";
import { addressOf } from "@/lib/address";
import { formatDay, formatSchoolYear } from "@/lib/dates";

/** “Review the application of Harbor Arts” */
export function taskTitle(task: TaskRead): string {
  const { title } = task;
  const school = task.school?.name ?? t`the school`;
  const partner = task.partner?.name ?? t`the partner`;
  switch (task.kind) {
    case "partner_application":
      return t`Review the application of ${title}`;
    case "agreement_to_start_review":
      return t`Start the review of “${title}”`;
    case "agreement_to_decide":
      return t`Decide on “${title}”`;
    case "agreement_for_board":
      return t`Put “${title}” before the board`;
    case "agreement_to_send":
      return t`Send “${title}” for signature`;
    case "agreement_ending":
      return t`Renew “${title}” or let it end`;
    case "records_to_destroy":
      return t`Destroy the student records of “${title}” and certify it`;
    case "records_to_follow_up":
      return t`See that the student records of “${title}” are destroyed`;
    case "agreement_to_review":
      return t`Review “${title}”`;
    case "agreement_to_sign_for_district":
    case "agreement_to_sign_for_partner":
      return t`Sign “${title}”`;
    case "agreement_to_mend":
      return t`Change “${title}” and send it again`;
    case "school_to_confirm":
      return t`Say whether ${school} works with ${partner}`;
    case "join_request":
      return t`Answer ${school}, which asks to join “${title}”`;
    case "opening_to_answer":
      return t`Say whether other districts may join “${title}”`;
    case "opening_answered":
      return t`Read what ${partner} answered about other districts and “${title}”`;
    case "plan_to_agree_for_school":
      return t`Say whether ${school} agrees to the site plan with ${partner}`;
    case "plan_to_agree_for_partner":
      return t`Say whether you agree to the site plan at ${school}`;
    case "plan_to_mend":
      return t`Change the site plan at ${school} and put it to both sides again`;
    case "plan_missing":
      return t`Write a site plan with ${partner} for ${school}`;
    case "assessment_to_approve":
      return t`Approve the needs of ${school}`;
    case "assessment_to_publish":
      return t`Publish the needs of ${school}`;
    case "assessment_to_continue":
      return t`Finish the needs of ${school}`;
    case "need_without_program":
      return t`Find a program for “${title}”`;
    case "promise_of_school":
      return t`Arrange what ${school} promised to ${partner}`;
    case "promise_of_partner":
      return task.school ? t`Deliver what you promised to ${school}` : t`Deliver what you promised`;
    case "revisit_for_school":
    case "revisit_for_partner":
    case "revisit_for_district":
      return t`Look again at “${title}”`;
    case "target_for_school":
      return t`Answer the target “${title}”`;
    case "target_for_partner":
      return t`Agree to the target “${title}”`;
    case "result_to_verify":
      return t`Check the results of “${title}”`;
    case "result_due":
      return t`Enter results for “${title}”`;
    case "profile_to_complete":
      return t`Complete the profile of ${title}`;
    case "papers_to_review":
      return t`Review the papers of ${title}`;
    case "checks_to_verify":
      return t`Verify background checks of ${title}`;
    case "papers_to_mend":
      return t`Mend a paper that came back`;
    case "files_filling":
      return t`Ask for more room for files: over 80% is used`;
    case "files_nearly_full":
      return t`Ask for more room for files: over 95% is used`;
    case "papers_missing":
      return t`Hand in the papers that the district asks for`;
    default:
      return title;
  }
}

function since(day: string | null): string | undefined {
  if (day === null) return undefined;
  const date = formatDay(day, "short");
  return t`Waiting since ${date}.`;
}

/** An agreement whose programs rest in summer: until when somebody is there to be asked, and when it is missed. */
function restWords(rests: TaskRest, due: string | null): string {
  const ends = formatDay(rests.ends_on, "long");
  return words(
    t`It ends on ${ends}, and its programs do not run in summer.`,
    rests.last_day_on !== null && rests.last_day_on === due
      ? t`School is in session through ${formatDay(rests.last_day_on, "long")}: settle it by then.`
      : undefined,
    rests.missed_from === null ? undefined : t`It is missed from ${formatDay(rests.missed_from, "long")}.`,
  );
}

/** One line below the title: where, with whom, since when. */
export function taskWhy(task: TaskRead, isPartnerStaff = false): string {
  const { title } = task;
  const school = task.school?.name;
  // Nobody needs to be told the name of their own organization, nor twice the name that the title says.
  const partner = isPartnerStaff || task.object_type === "partner" ? undefined : task.partner?.name;
  const place = [school, partner].filter(Boolean).join(", ");
  const where = place && `${place}.`;
  const waits = since(task.waiting_since_on);
  switch (task.kind) {
    case "school_to_confirm":
      return words(`${title}.`, waits);
    case "promise_of_school":
    case "promise_of_partner":
      return words(`${title}.`, task.due_on ? t`Promised by ${formatDay(task.due_on, "long")}.` : undefined);
    case "records_to_destroy":
    case "records_to_follow_up":
      return words(where, task.due_on ? t`By ${formatDay(task.due_on, "long")}.` : undefined);
    case "agreement_ending":
      if (task.rests) return words(where, restWords(task.rests, task.due_on));
      return words(where, task.due_on ? t`It ends on ${formatDay(task.due_on, "long")}.` : undefined);
    case "need_without_program":
      return words(
        where,
        task.waiting_since_on ? t`Published on ${formatDay(task.waiting_since_on, "long")}.` : undefined,
      );
    case "target_for_school":
    case "target_for_partner":
      return words(
        where,
        task.waiting_since_on ? t`Proposed on ${formatDay(task.waiting_since_on, "short")}.` : undefined,
      );
    case "opening_answered":
      return words(
        where,
        task.waiting_since_on ? t`Answered on ${formatDay(task.waiting_since_on, "short")}.` : undefined,
      );
    case "result_to_verify":
      return words(
        where,
        task.waiting_since_on ? t`Reported on ${formatDay(task.waiting_since_on, "short")}.` : undefined,
      );
    case "result_due":
      return words(where, task.due_on ? t`Due on ${formatDay(task.due_on, "short")}.` : undefined);
    case "assessment_to_approve":
    case "assessment_to_publish":
    case "assessment_to_continue":
      return words(t`School year ${formatSchoolYear(title)}.`, waits);
    case "files_filling":
    case "files_nearly_full":
      return t`Without room, partners’ papers are refused.`;
    default:
      return words(where, waits);
  }
}

function words(...parts: (string | undefined)[]): string {
  return parts.filter(Boolean).join(" ");
}

/** The page on which the task is done, not merely told. */
export function taskAddress(task: TaskRead): string {
  const page = addressOf(task.object_type, task.id);
  switch (task.kind) {
    case "need_without_program":
      return `${page}/fits`;
    case "result_due":
      return `${page}/enter`;
    case "revisit_for_school":
    case "revisit_for_partner":
    case "revisit_for_district":
      return `${page}/revisit`;
    case "agreement_for_board":
      return "/agreements/board";
    case "partner_application":
      return "/partners/queue";
    case "papers_missing":
    case "papers_to_mend":
      return "/papers";
    case "papers_to_review":
    case "checks_to_verify":
      return "/papers/queue";
    default:
      return page;
  }
}
