/** Where what a notice tells is done, or read: the same pages that its e-mail names (notices/rules/pages.py). */
import type { NoticeRead } from "@/api/gen/types.gen";
import { addressOf } from "@/lib/address";

type Told = Pick<NoticeRead, "object" | "partner" | "school" | "kind" | "on">;

/** For a partner's own people: on their own pages. */
const ownPages: Record<string, string> = {
  paper_ending: "/papers",
  waiver_ending: "/papers",
  waiver_decided: "/papers",
  requirement_due: "/papers",
  check_ending: "/papers/staff",
  check_decided: "/papers/staff",
  vetting_ending: "/profile",
  program_approved: "/profile",
};

function officePage({ kind, on }: Told, partner: string): string | undefined {
  const calls = "/partnerships/calls";
  const pages: Record<string, string> = {
    agreement_for_board: "/agreements/board",
    check_for_review: "/papers/queue",
    program_for_review: addressOf("partner", partner),
    paper_ending: `${addressOf("partner", partner)}/papers`,
    check_ending: `/papers/staff?partner=${partner}`,
    waiver_ending: "/papers/waivers",
    requirement_due: on === null ? calls : `${calls}?effective_on=${on}`,
  };
  return pages[kind];
}

export function recordAddress(notice: Told, ownPartner: string | null): string {
  const { type, id } = notice.object;
  const partner = type === "partner" ? id : notice.partner?.id;
  if (partner !== undefined && partner === ownPartner) {
    const own = ownPages[notice.kind] ?? (type === "partner" ? "/profile" : undefined);
    if (own !== undefined) return own;
  }
  const page = officePage(notice, partner ?? "");
  if (page !== undefined) return page;
  if (notice.kind === "paper_for_review") return `/papers/queue/${id}`;
  // a school that was refused may not open the agreement; the answer stands on its own page
  if (notice.kind === "join_answered" && notice.school) return addressOf("school", notice.school.id);
  if (notice.kind === "revisit_due" || notice.kind === "revisit_answered")
    return `${addressOf(type, id)}/revisit`;
  return addressOf(type, id);
}
