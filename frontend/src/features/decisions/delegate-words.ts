/** What may be lent, by name. */
import { t } from "@lingui/core/macro";
import type { DelegationRead } from "@/api/gen/types.gen";

export function lentName(decision: DelegationRead["decisions"][number]): string {
  return decision === "confirm_school" ? t`agreements for your school` : t`targets`;
}
