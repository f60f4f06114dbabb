/** Sentences about agreements: their review, schools, signatures, revisits and ends. */
import { t } from "@lingui/core/macro";
import { formatDay, type Day } from "@/lib/dates";
import { about, ends, partnerOf, schoolOf, subject, type NoticeFacts, type Sentence } from "./word-parts";

function answered(notice: NoticeFacts): string | undefined {
  const school = schoolOf(notice);
  const what = subject(notice);
  if (notice.answer === "confirmed") return t`${school} confirmed ${what}`;
  return notice.answer === "declined" ? t`${school} declined ${what}` : undefined;
}

function joining(notice: NoticeFacts): string | undefined {
  const school = schoolOf(notice);
  const what = subject(notice);
  if (notice.answer === "accepted") return t`The office said yes: ${school} joined ${what}`;
  if (notice.answer === "offered")
    return t`The office said yes: ${school} joins ${what} once its principal agrees`;
  return notice.answer === "refused"
    ? t`The office said no: ${school} does not join ${what}, and reads why`
    : undefined;
}

function asksToJoin(notice: NoticeFacts): string {
  const school = schoolOf(notice);
  const what = subject(notice);
  return t`${school} asks to join ${what}`;
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
  if (notice.answer === "recalled") return t`${what} was called back from signature`;
  if (notice.answer === "withdrawn") return t`${what} was withdrawn; nobody is asked about it any more`;
  if (notice.answer === "superseded") return t`Another agreement takes the place of ${what}`;
  if (notice.answer === "restored") return t`${what} goes on; what was to replace it never began`;
  return notice.answer === "amended" ? t`${what} was changed by an amendment` : undefined;
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

function records(notice: NoticeFacts, today: Day): string {
  const what = subject(notice);
  if (notice.on === null) return t`The student records of ${what} have to be destroyed`;
  const day = formatDay(notice.on);
  return notice.on < today
    ? t`The student records of ${what} had to be destroyed by ${day}, and nobody has certified it`
    : t`The student records of ${what} have to be destroyed by ${day}`;
}

function asked(notice: NoticeFacts): string {
  const what = subject(notice);
  return notice.answer === "again"
    ? t`${what} still waits for your word for your school`
    : t`${what} asks for your word for your school`;
}

function looked(notice: NoticeFacts): string | undefined {
  const partner = partnerOf(notice);
  const title = notice.object.title ?? "";
  const what = subject(notice);
  const said: Record<string, string> = {
    partner_confirmed: t`At the annual revisit ${partner} says that “${title}” goes on`,
    partner_revised: t`At the annual revisit ${partner} asks for changes in “${title}”`,
    partner_end: t`At the annual revisit ${partner} says that “${title}” should end`,
    school_confirmed: t`At the annual revisit the school says that ${what} goes on`,
    school_revised: t`At the annual revisit a school asks for changes in ${what}`,
    school_end: t`At the annual revisit a school says that ${what} should end`,
  };
  return said[notice.answer ?? ""];
}

function openingSaid(notice: NoticeFacts): string | undefined {
  const partner = partnerOf(notice);
  const title = notice.object.title ?? "";
  const said: Record<string, string> = {
    agreed: t`${partner} agreed: other districts may join “${title}”`,
    refused: t`${partner} does not want other districts to join “${title}”, and says why`,
    closed_district: t`The district closed “${title}” to other districts`,
    closed_partner: t`${partner} closed “${title}” to other districts`,
  };
  return said[notice.answer ?? ""];
}

function origin(notice: NoticeFacts): string | undefined {
  const title = notice.object.title ?? "";
  const said: Record<string, string> = {
    open: t`The agreement whose terms “${title}” adopts is open again`,
    on_hold: t`The agreement whose terms “${title}” adopts was put on hold in its district`,
    closed: t`The agreement whose terms “${title}” adopts was closed to other districts`,
    over: t`The agreement whose terms “${title}” adopts ended in its district`,
  };
  return said[notice.answer ?? ""];
}

export const agreementSentences: Record<string, Sentence> = {
  agreement_for_review: about((what) => t`${what} was sent for review`),
  review_asked: about((what) => t`${what} waits for your review`),
  school_to_confirm: asked,
  school_answered: answered,
  join_asked: asksToJoin,
  join_answered: joining,
  opening_asked: about((what) => t`The district asks whether other districts may join ${what}`),
  opening_answered: openingSaid,
  origin_changed: origin,
  agreement_to_decide: about((what) => t`Every other word is in: the office decides on ${what}`),
  agreement_for_board: about((what) => t`${what} is ready for the board`),
  agreement_changes_requested: about((what) => t`Changes were asked for in ${what}`),
  agreement_approved: about((what) => t`${what} was approved`),
  agreement_rejected: about((what) => t`${what} was rejected`),
  agreement_to_sign: about((what) => t`${what} is ready for your signature`),
  signature_declined: about((what) => t`A signatory does not sign ${what}, and says why`),
  word_disowned: about((what) => t`Somebody who was asked says that ${what} is not theirs to decide`),
  agreement_signed: signed,
  agreement_executed: about((what) => t`${what} is fully signed`),
  agreement_stopped: stopped,
  agreement_ending: (notice, today) => {
    const ending = ends(subject(notice), notice.on, today);
    return notice.answer === "rests" && ending !== undefined
      ? t`${ending}; its programs do not run in summer`
      : ending;
  },
  revisit_due: revisit,
  revisit_answered: looked,
  records_to_destroy: records,
  promise_missing: missing,
};
