/** Sentences about papers, background checks, waivers, approvals and what the district will ask for. */
import { plural, t } from "@lingui/core/macro";
import { daysBetween, formatDay, type Day } from "@/lib/dates";
import { ends, partnerOf, type NoticeFacts, type Sentence } from "./word-parts";

/** “The insurance certificate of Riverbend”, by the paper's kind. */
function paperOf(kind: string | null, partner: string): string | undefined {
  const names: Record<string, string> = {
    insurance_certificate: t`The insurance certificate of ${partner}`,
    endorsement: t`The endorsement of ${partner}`,
    agency_letter: t`The agency letter of ${partner}`,
    staff_present: t`The arrangement of ${partner} that school staff are present`,
  };
  return names[kind ?? ""];
}

function ending(notice: NoticeFacts, today: Day): string | undefined {
  const what = paperOf(notice.answer, partnerOf(notice));
  return what === undefined ? undefined : ends(what, notice.on, today);
}

function forReview(notice: NoticeFacts): string | undefined {
  const what = paperOf(notice.object.title, partnerOf(notice));
  return what === undefined ? undefined : t`${what} waits for your review`;
}

function decided(notice: NoticeFacts): string | undefined {
  const what = paperOf(notice.object.title, partnerOf(notice));
  if (what === undefined) return undefined;
  if (notice.answer === "accepted") return t`${what} was accepted by the district`;
  if (notice.answer === "rejected") return t`${what} came back from the district, which says why`;
  return notice.answer === "withdrawn" ? t`${what} was taken back and does not count any more` : undefined;
}

function people(notice: NoticeFacts): string {
  const partner = partnerOf(notice);
  return plural(notice.count ?? 1, { one: `# person at ${partner}`, other: `# people at ${partner}` });
}

function checksEnd(notice: NoticeFacts, today: Day): string | undefined {
  const who = people(notice);
  return ends(t`A background check of ${who}`, notice.on, today);
}

function checksWait(notice: NoticeFacts): string {
  const who = people(notice);
  return t`The background checks of ${who} wait for somebody to see their results`;
}

function checksSeen(notice: NoticeFacts): string {
  const who = people(notice);
  return t`The district has seen the background checks of ${who}`;
}

function waived(notice: NoticeFacts): string | undefined {
  const partner = partnerOf(notice);
  const title = notice.object.title ?? "";
  if (notice.answer === "revoked") return t`${partner} may not go without “${title}” any more`;
  if (notice.answer !== "given" || notice.on === null) return undefined;
  const day = formatDay(notice.on, "long");
  return t`${partner} may go without “${title}” through ${day}`;
}

function waiverEnds(notice: NoticeFacts, today: Day): string | undefined {
  const partner = partnerOf(notice);
  const title = notice.object.title ?? "";
  return ends(t`The waiver of “${title}” for ${partner}`, notice.on, today);
}

function approvalEnds(notice: NoticeFacts, today: Day): string | undefined {
  const partner = partnerOf(notice);
  return ends(t`The district’s approval of ${partner}`, notice.on, today);
}

function isAsked(title: string, on: Day, today: Day): string {
  const days = daysBetween(today, on);
  const date = formatDay(on, "long");
  if (days < 0) return t`“${title}” is asked for since ${date}`;
  if (days === 0) return t`“${title}” is asked for from today (${date})`;
  if (days === 1) return t`“${title}” is asked for from tomorrow (${date})`;
  return t`“${title}” is asked for in ${days} days (${date})`;
}

function required(notice: NoticeFacts, today: Day): string | undefined {
  if (notice.on === null) return undefined;
  const asked = isAsked(notice.object.title ?? "", notice.on, today);
  if (notice.answer === "partner") {
    const partner = partnerOf(notice);
    return t`${asked}, and ${partner} does not have it yet`;
  }
  const without = plural(notice.count ?? 1, {
    one: "# partner is without it",
    other: "# partners are without it",
  });
  return notice.answer === "district" ? t`${asked}; ${without}` : undefined;
}

export const paperSentences: Record<string, Sentence> = {
  paper_for_review: forReview,
  paper_decided: decided,
  check_for_review: checksWait,
  check_decided: checksSeen,
  waiver_decided: waived,
  paper_ending: ending,
  check_ending: checksEnd,
  waiver_ending: waiverEnds,
  requirement_due: required,
  vetting_ending: approvalEnds,
};
