/** A reason as the server tells it, for tests. */
import type { SaidRead } from "@/api/gen/types.gen";

export function aReason(words: string, code = "new_reason", params: SaidRead["params"] = {}): SaidRead {
  return { code, words, params };
}
