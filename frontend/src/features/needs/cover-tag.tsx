/** Whether programs at work and cleared reach a need on the day: shape, word and tint; not known is not none. */
import { Trans } from "@lingui/react/macro";
import type { NeedCoverageRead } from "@/api/gen/types.gen";
import { StatusTag } from "@/ui/data/status-tag";

export function CoverTag({ state }: { state: NeedCoverageRead["state"] }) {
  switch (state) {
    case "unmet":
      return (
        <StatusTag look="bad">
          <Trans>No partner</Trans>
        </StatusTag>
      );
    case "partial":
      return (
        <StatusTag look="warn">
          <Trans>Reached in part</Trans>
        </StatusTag>
      );
    case "possible_duplication":
      return (
        <StatusTag look="warn">
          <Trans>Possibly twice</Trans>
        </StatusTag>
      );
    case "covered":
      return (
        <StatusTag look="good">
          <Trans>Covered</Trans>
        </StatusTag>
      );
    case "no_need":
      return (
        <StatusTag look="ended">
          <Trans>No partner wanted</Trans>
        </StatusTag>
      );
    case "unknown":
      return (
        <StatusTag look="none">
          <Trans>Reach not known</Trans>
        </StatusTag>
      );
  }
}
