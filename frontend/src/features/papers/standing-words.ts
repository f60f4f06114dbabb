/** How the nearest paper to what is asked stands, in the reader's language. */
import { t } from "@lingui/core/macro";
import type { PaperAbout } from "@/api/gen/types.gen";
import { formatDay } from "@/lib/dates";

/** How the nearest paper stands: “General liability insurance ran out on June 30, 2019.” */
export function standingWords({ title, standing, on, people, needed }: PaperAbout): string {
  const day = on ? formatDay(on, "long") : "";
  switch (standing) {
    case "paper_missing":
      return t`${title} is missing.`;
    case "paper_expired":
      return t`${title} ran out on ${day}.`;
    case "paper_rejected":
      return t`${title} was turned down.`;
    case "paper_in_review":
      return t`${title} waits for review.`;
    case "paper_not_started":
      return t`${title} starts on ${day}.`;
    case "paper_limits_low":
      return t`${title}: the limits are lower than the district asks.`;
    case "nobody_listed":
      return t`Nobody is on the staff list.`;
    case "too_few_cleared":
      if (people === null || needed === null || people === 0)
        return t`Nobody on the staff list has a background check in date.`;
      return t`Only ${people} of ${needed} people needed have a background check in date.`;
  }
}
