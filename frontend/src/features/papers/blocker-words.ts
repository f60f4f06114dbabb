/** The server's sentences about what keeps a program out, said in the reader's language. */
import { t } from "@lingui/core/macro";
import type { PaperAbout } from "@/api/gen/types.gen";
import { formatDay } from "@/lib/dates";

export type About = PaperAbout;
/** What every list of blockers carries: the server's code and words, and of which paper they speak. */
export type Told = {
  code: string;
  words: string;
  due_on?: string | null;
  about?: About | null;
};

const sentences: Readonly<Record<string, () => string>> = {
  "The partner has not applied to the district yet.": () =>
    t`The partner has not applied to the district yet.`,
  "The partner's application waits for review.": () => t`The partner’s application waits for review.`,
  "The partner's application is under review.": () => t`The partner’s application is under review.`,
  "The partner has to change its application.": () => t`The partner has to change its application.`,
  "The partner is on hold.": () => t`The partner is on hold.`,
  "The partner's application was declined.": () => t`The partner’s application was declined.`,
  "The partner is inactive.": () => t`The partner is inactive.`,
  "The partner's approval has run out.": () => t`The partner’s approval has run out.`,
  "No agreement covers this program at this school.": () =>
    t`No agreement covers this program at this school.`,
  "The agreement has expired.": () => t`The agreement has expired.`,
  "The agreement is a draft.": () => t`The agreement is a draft.`,
  "The agreement has to be changed and sent again.": () => t`The agreement has to be changed and sent again.`,
  "The agreement waits for review.": () => t`The agreement waits for review.`,
  "The agreement is in review.": () => t`The agreement is in review.`,
  "The agreement has to be sent for signature.": () => t`The agreement has to be sent for signature.`,
  "The agreement waits for the partner's signature.": () =>
    t`The agreement waits for the partner’s signature.`,
  "The agreement waits for the district's signature.": () =>
    t`The agreement waits for the district’s signature.`,
  "The agreement is on hold.": () => t`The agreement is on hold.`,
  "The agreement has not started.": () => t`The agreement has not started.`,
  "The principal declined.": () => t`The principal declined.`,
  "The principal has not confirmed the school yet.": () => t`The principal has not confirmed the school yet.`,
};

/** A sentence that nobody put into the reader's language yet is still said. */
export function blockerWords({ code, words, due_on: due, about }: Told): string {
  if (code === "partner_not_approved" && due) {
    const day = formatDay(due, "long");
    return t`The partner is approved from ${day} on.`;
  }
  if (code === "no_agreement_in_force" && due) {
    const day = formatDay(due, "long");
    return t`The agreement starts on ${day}.`;
  }
  if (code === "school_closed")
    return words.includes("merged") ? t`The school was merged into another.` : t`The school is closed.`;
  if (about) return code === "paper_due" && due ? dueWords(about.title, due) : standingWords(about);
  return sentences[words]?.() ?? words;
}

function dueWords(title: string, due: string): string {
  const day = formatDay(due, "long");
  return t`${title} is due by ${day}.`;
}

/** How the nearest paper stands: “General liability insurance ran out on June 30, 2019.” */
export function standingWords({ title, standing, on, people, needed }: About): string {
  const day = on ? formatDay(on, "long") : "";
  switch (standing) {
    case "paper_missing":
      return t`${title} is missing.`;
    case "paper_expired":
      return t`${title} ran out on ${day}.`;
    case "paper_rejected":
      return t`${title} was turned down.`;
    case "paper_in_review":
      return t`${title} waits for review.`;
    case "paper_not_started":
      return t`${title} starts on ${day}.`;
    case "paper_limits_low":
      return t`${title}: the limits are lower than the district asks.`;
    case "nobody_listed":
      return t`Nobody is on the staff list.`;
    case "too_few_cleared":
      if (people === null || needed === null || people === 0)
        return t`Nobody on the staff list has a background check in date.`;
      return t`Only ${people} of ${needed} people needed have a background check in date.`;
  }
}
