/** Who addresses a need, in words. */
import { t } from "@lingui/core/macro";
import type { NeedRead } from "@/api/gen/types.gen";

export function meetName(meeting: NeedRead["meet_via_partnership"]): string {
  switch (meeting) {
    case "yes":
      return t`A partner`;
    case "partly":
      return t`The school and a partner together`;
    case "no":
      return t`The school itself`;
  }
}
