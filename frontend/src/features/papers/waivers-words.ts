/** How a waiver stands on a day, and whom it is for. */
import { t } from "@lingui/core/macro";
import type { WaiverRead } from "@/api/gen/types.gen";
import { type Day, formatDay } from "@/lib/dates";
import type { StatusLook } from "@/ui/data/status-tag";

type Standing = "holds" | "later" | "over" | "ended";

export function waiverStanding(
  {
    starts_on: starts,
    ends_on: ends,
    revoked_on: revoked,
  }: Pick<WaiverRead, "starts_on" | "ends_on" | "revoked_on">,
  day: Day,
): Standing {
  if (revoked !== null && revoked <= day) return "ended";
  if (ends < day) return "over";
  return starts > day ? "later" : "holds";
}

export const waiverLooks: Record<Standing, StatusLook> = {
  holds: "good",
  later: "draft",
  over: "ended",
  ended: "ended",
};

export function standingWords(waiver: WaiverRead, day: Day): string {
  switch (waiverStanding(waiver, day)) {
    case "holds":
      return t`Holds`;
    case "later":
      return t`Begins later`;
    case "over":
      return t`Over`;
    case "ended": {
      const on = formatDay(waiver.revoked_on ?? day);
      return t`Ended early on ${on}`;
    }
  }
}

/** “Reading club at Alderbrook School”; without either, all of the partner's work. */
export function waiverPlace({ program, school }: Pick<WaiverRead, "program" | "school">): string {
  if (program && school) return t`${program.name} at ${school.name}`;
  if (program) return t`${program.name} at every school`;
  if (school) return t`All its programs at ${school.name}`;
  return t`All its programs at every school`;
}
