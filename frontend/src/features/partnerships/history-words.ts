/** What happened to a partnership, as a sentence with who did it. */
import { t } from "@lingui/core/macro";
import type { HistoryItem } from "@/api/gen/types.gen";
import { listOf } from "@/lib/lists";

const byKind: Readonly<Record<string, (who: string) => string>> = {
  "partnership.started": (who) => t`${who} started the first conversation.`,
  "partnership.planned": (who) => t`${who} began to plan it.`,
  "partnership.readied": (who) => t`${who} said that the plan stands.`,
  "partnership.activated": (who) => t`${who} let the work begin.`,
  "partnership.paused": (who) => t`${who} put it on hold.`,
  "partnership.resumed": (who) => t`${who} let it go on.`,
  "partnership.ended": (who) => t`${who} ended it.`,
  "partnership.not_a_fit": (who) => t`${who} found it to be no fit.`,
};

/** The fields of an edit, as the page names them. */
const fields: Readonly<Record<string, () => string>> = {
  need_ids: () => t`the needs it meets`,
  schedule: () => t`when it meets`,
  place: () => t`where it meets`,
  kind: () => t`how closely it works with the school`,
  is_lead_partner: () => t`whether it is the lead partner`,
  coordinator_id: () => t`whom to call at the school`,
  partner_lead_id: () => t`whom to call at the partner`,
};

/** A fact this page knows no sentence for is told in the log's own words. */
export function historySentence({ kind, who: { name: who }, words, changed }: HistoryItem): string {
  if (kind === "partnership.changed") {
    const named = changed.map(({ field }) => fields[field]?.() ?? field.replaceAll("_", " "));
    const what = listOf(named);
    return named.length > 0 ? t`${who} changed ${what}.` : t`${who} changed it.`;
  }
  return byKind[kind]?.(who) ?? t`${who}: ${words}.`;
}
