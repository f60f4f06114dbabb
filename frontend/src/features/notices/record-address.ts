/** Where the record of a notice is read: a paper at its partner's; one's own organization and papers on their own pages. */
import type { NoticeRead } from "@/api/gen/types.gen";
import { addressOf } from "@/lib/address";

export function recordAddress(
  notice: Pick<NoticeRead, "object" | "partner" | "kind">,
  ownPartner: string | null,
): string {
  const { type, id } = notice.object;
  if (notice.kind === "revisit_due") return `${addressOf(type, id)}/revisit`;
  if (type === "agreement" || type === "target") return addressOf(type, id);
  const partner = type === "partner" ? id : notice.partner?.id;
  if (partner === undefined) return type === "paper" ? "/partners" : addressOf(type, id);
  if (partner !== ownPartner) return addressOf("partner", partner);
  return type === "paper" ? "/papers" : "/profile";
}
