/** Whether a program's people are ever alone with students. */
import { t } from "@lingui/core/macro";
import type { ProgramRead } from "@/api/gen/types.gen";

export const supervisions = ["staff_present", "alone"] as const;

export function supervisionName(supervision: NonNullable<ProgramRead["supervision"]>): string {
  switch (supervision) {
    case "staff_present":
      return t`No, somebody of the school is always with them`;
    case "alone":
      return t`Yes, at times`;
  }
}
