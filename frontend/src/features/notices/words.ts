/** A notice in one sentence, in the page's language and counted to today; the server's words for what is new to us. */
import { plural, t } from "@lingui/core/macro";
import type { NoticeRead } from "@/api/gen/types.gen";
import { daysBetween, formatDay, type Day } from "@/lib/dates";

export type NoticeFacts = Pick<
  NoticeRead,
  "kind" | "words" | "object" | "partner" | "school" | "answer" | "on" | "count"
>;

type Sentence = (notice: NoticeFacts, today: Day) => string | undefined;

/** A title that names the partner need not be told whose it is. */
function subject({ object, partner }: NoticeFacts): string {
  const title = object.title ?? "";
  if (!partner || title.includes(partner.name)) return t`“${title}”`;
  const { name } = partner;
  return t`“${title}” with ${name}`;
}

const partnerOf = ({ partner }: NoticeFacts) => partner?.name ?? t`The partner`;
const schoolOf = ({ school }: NoticeFacts) => school?.name ?? t`A school`;

function ends(what: string, on: Day | null, today: Day): string | undefined {
  if (on === null) return undefined;
  const days = daysBetween(today, on);
  const date = formatDay(on, "long");
  if (days < 0) return t`${what} ended on ${date}`;
  if (days === 0) return t`${what} ends today (${date})`;
  if (days === 1) return t`${what} ends tomorrow (${date})`;
  return t`${what} ends in ${days} days (${date})`;
}

function isDue(what: string, on: Day | null, today: Day): string | undefined {
  if (on === null) return undefined;
  const days = daysBetween(today, on);
  const date = formatDay(on, "long");
  if (days < 0) return t`Results for ${what} were due on ${date}`;
  if (days === 0) return t`Results for ${what} are due today (${date})`;
  if (days === 1) return t`Results for ${what} are due tomorrow (${date})`;
  return t`Results for ${what} are due in ${days} days (${date})`;
}

function decided(notice: NoticeFacts): string | undefined {
  const partner = partnerOf(notice);
  if (notice.answer === "approved") return t`The district approved ${partner} as a partner`;
  if (notice.answer === "declined") return t`The district declined the application of ${partner}`;
  if (notice.answer === "changes_requested")
    return t`The district asked ${partner} for changes to its application`;
  return notice.answer === "review_started"
    ? t`The district is reading the application of ${partner}`
    : undefined;
}

function stands(notice: NoticeFacts): string | undefined {
  const partner = partnerOf(notice);
  if (notice.answer === "suspended") return t`The district put ${partner} on hold`;
  if (notice.answer === "reinstated") return t`The district ended the hold on ${partner}`;
  if (notice.answer === "deactivated") return t`The record of ${partner} was closed`;
  return notice.answer === "reopened" ? t`The record of ${partner} was opened again` : undefined;
}

function answered(notice: NoticeFacts): string | undefined {
  const school = schoolOf(notice);
  const what = subject(notice);
  if (notice.answer === "confirmed") return t`${school} confirmed ${what}`;
  return notice.answer === "declined" ? t`${school} declined ${what}` : undefined;
}

function signed(notice: NoticeFacts): string | undefined {
  const partner = partnerOf(notice);
  const title = notice.object.title ?? "";
  if (notice.answer === "district") return t`The district signed “${title}”`;
  return notice.answer === "partner" ? t`${partner} signed “${title}”` : undefined;
}

function stopped(notice: NoticeFacts): string | undefined {
  const what = subject(notice);
  if (notice.answer === "suspended") return t`${what} was put on hold`;
  if (notice.answer === "reinstated") return t`${what} was taken off hold`;
  if (notice.answer === "terminated") return t`${what} was ended early`;
  return notice.answer === "recalled" ? t`${what} was called back from signature` : undefined;
}

function paper(notice: NoticeFacts, today: Day): string | undefined {
  const partner = partnerOf(notice);
  const names: Record<string, string> = {
    insurance_certificate: t`The insurance certificate of ${partner}`,
    endorsement: t`The endorsement of ${partner}`,
    agency_letter: t`The agency letter of ${partner}`,
    staff_present: t`The arrangement of ${partner} that school staff are present`,
  };
  const what = names[notice.answer ?? ""];
  return what === undefined ? undefined : ends(what, notice.on, today);
}

function targetAnswered(notice: NoticeFacts): string | undefined {
  const what = subject(notice);
  if (notice.answer === "agreed") return t`A side agreed to the target ${what}`;
  if (notice.answer === "declined") return t`The partner did not agree to the target ${what}`;
  return notice.answer === "opted_out" ? t`A school opted out of the target ${what}` : undefined;
}

function applied(notice: NoticeFacts): string {
  const partner = partnerOf(notice);
  return t`${partner} applied to become a partner`;
}

function posted(notice: NoticeFacts): string {
  const what = subject(notice);
  const results = notice.count ?? 1;
  return plural(results, {
    one: `A result was posted for ${what}`,
    other: `# results were posted for ${what}`,
  });
}

function records(notice: NoticeFacts, today: Day): string {
  const what = subject(notice);
  if (notice.on === null) return t`The student records of ${what} have to be destroyed`;
  const day = formatDay(notice.on);
  return notice.on < today
    ? t`The student records of ${what} had to be destroyed by ${day}, and nobody has certified it`
    : t`The student records of ${what} have to be destroyed by ${day}`;
}

function revisit(notice: NoticeFacts, today: Day): string {
  const what = subject(notice);
  if (notice.on === null) return t`The annual revisit of ${what} asks for both sides’ word`;
  const day = formatDay(notice.on);
  return notice.on < today
    ? t`The annual revisit of ${what} was due on ${day}`
    : t`The annual revisit of ${what} asks for both sides’ word by ${day}`;
}

function missing(notice: NoticeFacts): string {
  const what = subject(notice);
  const school = notice.school?.name;
  return school
    ? t`Something promised to or by ${school} was not delivered: ${what}`
    : t`Something promised was not delivered: ${what}`;
}

/** A sentence about the record alone. */
const about =
  (say: (what: string) => string): Sentence =>
  (notice) =>
    say(subject(notice));

const sentences: Record<string, Sentence> = {
  application_submitted: applied,
  application_decided: decided,
  partner_standing: stands,
  agreement_for_review: about((what) => t`${what} was sent for review`),
  review_asked: about((what) => t`${what} waits for your review`),
  school_to_confirm: about((what) => t`${what} asks for your word for your school`),
  school_answered: answered,
  agreement_changes_requested: about((what) => t`Changes were asked for in ${what}`),
  agreement_approved: about((what) => t`${what} was approved`),
  agreement_rejected: about((what) => t`${what} was rejected`),
  agreement_to_sign: about((what) => t`${what} is ready for your signature`),
  signature_declined: about((what) => t`A signatory does not sign ${what}, and says why`),
  word_disowned: about((what) => t`Somebody who was asked says that ${what} is not theirs to decide`),
  agreement_signed: signed,
  agreement_executed: about((what) => t`${what} is fully signed`),
  agreement_stopped: stopped,
  agreement_ending: (notice, today) => ends(subject(notice), notice.on, today),
  revisit_due: revisit,
  records_to_destroy: records,
  promise_missing: missing,
  paper_ending: paper,
  target_proposed: about((what) => t`A target was proposed: ${what}`),
  target_answered: targetAnswered,
  result_due: (notice, today) => isDue(subject(notice), notice.on, today),
  result_posted: posted,
};

export function noticeWords(notice: NoticeFacts, today: Day): string {
  return sentences[notice.kind]?.(notice, today) ?? notice.words;
}
