/** What sentences about notices are made of. */
import { t } from "@lingui/core/macro";
import type { NoticeRead } from "@/api/gen/types.gen";
import { daysBetween, formatDay, type Day } from "@/lib/dates";

export type NoticeFacts = Pick<
  NoticeRead,
  "kind" | "words" | "object" | "partner" | "school" | "answer" | "on" | "count"
>;

export type Sentence = (notice: NoticeFacts, today: Day) => string | undefined;

/** A title that names the partner need not be told whose it is. */
export function subject({ object, partner }: NoticeFacts): string {
  const title = object.title ?? "";
  if (!partner || title.includes(partner.name)) return t`“${title}”`;
  const { name } = partner;
  return t`“${title}” with ${name}`;
}

export const partnerOf = ({ partner }: NoticeFacts) => partner?.name ?? t`The partner`;
export const schoolOf = ({ school }: NoticeFacts) => school?.name ?? t`A school`;

export function ends(what: string, on: Day | null, today: Day): string | undefined {
  if (on === null) return undefined;
  const days = daysBetween(today, on);
  const date = formatDay(on, "long");
  if (days < 0) return t`${what} ended on ${date}`;
  if (days === 0) return t`${what} ends today (${date})`;
  if (days === 1) return t`${what} ends tomorrow (${date})`;
  return t`${what} ends in ${days} days (${date})`;
}

/** A sentence about the record alone. */
export const about =
  (say: (what: string) => string): Sentence =>
  (notice) =>
    say(subject(notice));
