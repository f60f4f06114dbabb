/** The whole thread of one partnership, on a day. */
import { getPartnershipThreadOptions } from "@/api/gen/@tanstack/react-query.gen";

export const threadQuery = (id: string, effectiveOn?: string) =>
  getPartnershipThreadOptions({
    path: { partnership_id: id },
    ...(effectiveOn && { query: { effective_on: effectiveOn } }),
  });
