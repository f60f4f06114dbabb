/** A notice in one sentence, in the page's language and counted to today; the server's words for what is new to us. */
import { plural, t } from "@lingui/core/macro";
import { daysBetween, formatDay, type Day } from "@/lib/dates";
import { agreementSentences } from "./agreement-words";
import { paperSentences } from "./paper-words";
import { partnerOf, subject, type NoticeFacts, type Sentence } from "./word-parts";

export type { NoticeFacts } from "./word-parts";

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

function targetAnswered(notice: NoticeFacts): string | undefined {
  const what = subject(notice);
  if (notice.answer === "agreed") return t`A side agreed to the target ${what}`;
  if (notice.answer === "declined") return t`The partner did not agree to the target ${what}`;
  return notice.answer === "opted_out" ? t`A school opted out of the target ${what}` : undefined;
}

function proposed(notice: NoticeFacts): string {
  const what = subject(notice);
  return notice.answer === "again"
    ? t`The target ${what} still waits for your school’s word`
    : t`A target was proposed: ${what}`;
}

function spreadsheet(notice: NoticeFacts): string | undefined {
  const title = notice.object.title ?? "";
  if (notice.answer === "checked") return t`The spreadsheet “${title}” is checked: see what would be written`;
  if (notice.answer === "committed") return t`The spreadsheet “${title}” is in`;
  return notice.answer === "failed"
    ? t`The spreadsheet “${title}” could not be worked on; open it to see why`
    : undefined;
}

function programs(notice: NoticeFacts, what: "for_review" | "approved"): string {
  const partner = partnerOf(notice);
  const title = notice.object.title ?? "";
  return what === "approved"
    ? t`The district approved “${title}”, a program of ${partner}`
    : t`“${title}”, a program of ${partner}, waits for the district`;
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

const sentences: Record<string, Sentence> = {
  application_submitted: applied,
  application_decided: decided,
  partner_standing: stands,
  program_for_review: (notice) => programs(notice, "for_review"),
  program_approved: (notice) => programs(notice, "approved"),
  ...agreementSentences,
  ...paperSentences,
  target_proposed: proposed,
  target_answered: targetAnswered,
  result_due: (notice, today) => isDue(subject(notice), notice.on, today),
  result_posted: posted,
  spreadsheet_done: spreadsheet,
};

export function noticeWords(notice: NoticeFacts, today: Day): string {
  return sentences[notice.kind]?.(notice, today) ?? notice.words;
}
