/** What falls on a day, in words. */
import { t } from "@lingui/core/macro";
import type { CalendarEntry } from "@/api/gen/types.gen";

export function kindName(kind: CalendarEntry["kind"]): string {
  const names: Record<CalendarEntry["kind"], string> = {
    starts: t`Starts`,
    ends: t`Last day`,
    renew_by: t`Draft the renewal by`,
    revisit: t`Annual revisit due`,
    board: t`Board voted`,
  };
  return names[kind];
}
