/** Each kind of task as a verb, its reason in one line, and where it is done. */
import { t } from "@lingui/core/macro";
import type { TaskRead } from "@/api/gen/types.gen";

/** “Review Harbor Arts’ application”. */
export function taskTitle(task: TaskRead): string {
  const { title } = task;
  const school = task.school?.name ?? "";
  switch (task.kind) {
    case "partner_application":
      return t`Review the application of ${title}`;
    case "agreement_to_start_review":
      return t`Start the review: ${title}`;
    case "agreement_to_decide":
      return t`Decide on ${title}`;
    case "agreement_to_send":
      return t`Send for signature: ${title}`;
    case "agreement_ending":
      return t`Renew or let end: ${title}`;
    case "agreement_to_review":
      return t`Review ${title}`;
    case "agreement_to_sign_for_district":
    case "agreement_to_sign_for_partner":
      return t`Sign ${title}`;
    case "agreement_to_mend":
      return t`Mend and send again: ${title}`;
    case "school_to_confirm":
      return t`Confirm ${title} for ${school}`;
    case "assessment_to_approve":
      return t`Approve the needs assessment ${title} of ${school}`;
    case "assessment_to_publish":
      return t`Publish the needs assessment ${title} of ${school}`;
    case "assessment_to_continue":
      return t`Continue the needs assessment ${title} of ${school}`;
    case "need_without_program":
      return t`Find a program for “${title}”`;
    case "promise_of_school":
    case "promise_of_partner":
      return t`Deliver what was promised: ${title}`;
    case "target_for_school":
    case "target_for_partner":
      return t`Agree or answer the target “${title}”`;
    case "result_to_verify":
      return t`Check the results of “${title}”`;
    case "result_due":
      return t`Enter results for “${title}”`;
    case "profile_to_complete":
      return t`Complete the profile of ${title}`;
    default:
      return title;
  }
}

/** Where and with whom: “Alderbrook School, Riverbend Learning”. */
export function taskWhere(task: TaskRead): string {
  const partner = task.object_type === "partner" ? undefined : task.partner?.name;
  return [task.school?.name, partner].filter(Boolean).join(", ");
}
