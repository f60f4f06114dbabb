/** How well it is shown that a program works. */
import { t } from "@lingui/core/macro";

export const tiers = ["1", "2", "3", "4", "none"] as const;

export function tierName(tier: (typeof tiers)[number]): string {
  switch (tier) {
    case "1":
      return t`1, strong: a well-made experiment`;
    case "2":
      return t`2, moderate: a study that compares like with like`;
    case "3":
      return t`3, promising: a study that shows a link`;
    case "4":
      return t`4, shows a rationale`;
    case "none":
      return t`None yet`;
  }
}
