/** Where the record of a notice is read: a paper at its partner's, one's own organization on its own page. */
import type { NoticeRead } from "@/api/gen/types.gen";
import { addressOf } from "@/lib/address";

export function recordAddress(
  notice: Pick<NoticeRead, "object" | "partner">,
  ownPartner: string | null,
): string {
  const { type, id } = notice.object;
  if (type === "agreement" || type === "target") return addressOf(type, id);
  const partner = type === "partner" ? id : notice.partner?.id;
  if (partner === undefined) return addressOf(type, id);
  return partner === ownPartner ? "/profile" : addressOf("partner", partner);
}
