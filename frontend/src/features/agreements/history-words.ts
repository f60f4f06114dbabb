/** What happened to an agreement, as a sentence with who did it. */
import { t } from "@lingui/core/macro";
import type { HistoryItem } from "@/api/gen/types.gen";

type Of = {
  who: string;
  school: string;
  party: string;
  paper: string;
  clause: string;
  state: string;
  isMissing: boolean;
};

const byKind: Readonly<Record<string, (of: Of) => string>> = {
  "agreement.drafted": ({ who }) => t`${who} drafted it.`,
  "agreement.adopted": ({ who }) => t`${who} drafted it with another district’s terms.`,
  "agreement.opening_proposed": ({ who }) => t`${who} proposed that other districts may join.`,
  "agreement.opened": ({ who }) => t`${who} agreed: other districts may join.`,
  "agreement.opening_noted": ({ who }) => t`${who} noted what the partner answered about other districts.`,
  "agreement.opening_refused": ({ who }) => t`${who} does not want other districts to join.`,
  "agreement.opening_withdrawn": ({ who }) => t`${who} took back that other districts may join.`,
  "agreement.opening_closed": () => t`It was closed to other districts.`,
  "agreement.origin_changed": () => t`The agreement that it adopts changed in its district.`,
  "agreement.recorded": ({ who }) => t`${who} recorded it; it was signed elsewhere.`,
  "agreement.edited": ({ who }) => t`${who} changed the text.`,
  "agreement.submitted": ({ who }) => t`${who} sent it for review.`,
  "agreement.review_started": ({ who }) => t`${who} started the review.`,
  "agreement.reviewed": ({ who }) => t`${who} approved a review step.`,
  "agreement.changes_requested": ({ who }) => t`${who} asked for changes.`,
  "agreement.approved": ({ who }) => t`${who} approved it.`,
  "agreement.rejected": ({ who }) => t`${who} turned it down.`,
  "agreement.sent_for_signature": ({ who }) => t`${who} sent it for signature.`,
  "agreement.signed": ({ who, party }) =>
    party === "partner" ? t`${who} signed for the partner.` : t`${who} signed for the district.`,
  "agreement.signature_declined": ({ who }) => t`${who} does not sign.`,
  "agreement.word_disowned": ({ who }) => t`${who} said that it is not theirs to decide.`,
  "agreement.clause_moved": ({ who, clause, state }) =>
    state === "finalized"
      ? t`${who} called the clause “${clause}” finalized.`
      : state === "under_discussion"
        ? t`${who} put the clause “${clause}” under discussion.`
        : t`${who} set the clause “${clause}” back to not yet addressed.`,
  "agreement.executed": () => t`It is fully signed.`,
  "agreement.recalled": ({ who }) => t`${who} called it back from signature.`,
  "agreement.suspended": ({ who }) => t`${who} put it on hold.`,
  "agreement.reinstated": ({ who }) => t`${who} ended the hold.`,
  "agreement.terminated": ({ who }) => t`${who} ended it.`,
  "agreement.superseded": () => t`Another agreement takes its place.`,
  "agreement.restored": () => t`It goes on: what was to take its place never begins.`,
  "agreement.amended": () => t`An amendment of it is fully signed.`,
  "agreement.followed": () => t`It went with the agreement that it changes.`,
  "agreement.withdrawn": ({ who }) => t`${who} withdrew it.`,
  "agreement.school_confirmed": ({ who, school }) => t`${who} confirmed ${school}.`,
  "agreement.school_declined": ({ who, school }) => t`${who} declined for ${school}.`,
  "agreement.school_added": ({ who, school }) => t`${who} named ${school}.`,
  "agreement.school_removed": ({ who, school }) => t`${who} took ${school} off again.`,
  "agreement.promise_answered": ({ who, isMissing }) =>
    isMissing
      ? t`${who} said that something was not delivered.`
      : t`${who} said that something was delivered.`,
  "agreement.promise_word_undone": ({ who }) => t`${who} took back what was said of a promise.`,
  "agreement.revisit_answered": ({ who, party }) =>
    party === "partner"
      ? t`${who} answered the annual revisit for the partner.`
      : t`${who} answered the annual revisit for the school’s side.`,
  "agreement.data_terms_written": ({ who }) => t`${who} changed what it says of student records.`,
  "agreement.data_destruction_certified": ({ who }) =>
    t`${who} kept the certificate that the student records are gone.`,
  "agreement.paper_added": ({ who, paper }) => t`${who} added the paper ${paper}.`,
};

/** A fact this page knows no sentence for is told in the log's own words. */
export function historySentence(item: HistoryItem): string {
  const field = (name: string) => item.changed.find((each) => each.field === name)?.after;
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  const of = {
    who: item.who.name,
    school: item.names[text(field("school_id"))] ?? t`a school`,
    party: text(field("party")) || text(field("side")),
    isMissing: field("outcome") === "not_delivered",
    paper: text(field("name")),
    clause: text(field("clause")),
    state: text(field("state")),
  };
  const said = byKind[item.kind];
  if (said) return said(of);
  const { who } = of;
  const { words } = item;
  return t`${who}: ${words}.`;
}
