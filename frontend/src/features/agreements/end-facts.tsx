/** How it was held and how it ends, as facts among its terms. */
import { t } from "@lingui/core/macro";
import { addDays, formatDay, formatSpan } from "@/lib/dates";
import type { Fact } from "@/ui/data/summary-list";
import type { Agreement } from "./api";
import { dispositionName } from "./data/words";
import { sideName } from "./words";
import styles from "./agreement.module.css";

export function endFacts(agreement: Agreement): Fact[] {
  const { holds, notice, ceases_on: ceases } = agreement;
  const facts: Fact[] = [];
  if (holds.length > 0) facts.push({ term: t`On hold`, value: holds.map(aHold).join("; ") });
  if (notice) facts.push({ term: t`Ended early`, value: aNotice(notice, ceases) });
  if (notice?.papers)
    facts.push({ term: t`Its papers`, value: <span className={styles.words}>{notice.papers}</span> });
  if (notice?.student_data)
    facts.push({ term: t`Its student records`, value: dispositionName(notice.student_data) });
  const gap = lapseWords(agreement.lapse);
  if (gap !== null) facts.push({ term: t`After it ends`, value: gap });
  return facts;
}

/** Days that nothing signed covers, where they are summer days: from when on they are missed, if at all. */
function lapseWords(lapse: Agreement["lapse"]): string | null {
  if (lapse === null || lapse.missed_from === lapse.from_on) return null;
  const from = formatDay(lapse.from_on);
  if (lapse.missed_from === null) {
    const days = lapse.through_on === null ? from : formatSpan(lapse.from_on, lapse.through_on);
    return t`Nothing covers its programs: ${days}. None of them runs then.`;
  }
  const missed = formatDay(lapse.missed_from);
  return t`From ${from} on nothing covers its programs. None of them runs before ${missed}: a renewal from that day is in time.`;
}

function aHold({ from_on, until_on }: Agreement["holds"][number]): string {
  if (until_on !== null) return formatSpan(from_on, addDays(until_on, -1));
  const since = formatDay(from_on);
  return t`since ${since}`;
}

function aNotice(notice: NonNullable<Agreement["notice"]>, ceases: string | null): string {
  const day = formatDay(notice.given_on);
  const who = notice.given_by?.name ?? sideName(notice.side);
  const from = ceases === null ? day : formatDay(ceases);
  return notice.for_cause
    ? t`From ${from} on it no longer counts. ${who} ended it for a cause on ${day}.`
    : t`From ${from} on it no longer counts. ${who} gave notice on ${day}.`;
}
