/** On track or not, as the server rates it on the day. */
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { ProgressRead } from "@/api/gen/types.gen";
import { StatusTag } from "@/ui/data/status-tag";

export function ThreadRating({ rating }: { rating: ProgressRead["rating"] }): ReactNode {
  switch (rating) {
    case "met":
      return (
        <StatusTag look="good">
          <Trans>Met</Trans>
        </StatusTag>
      );
    case "on_track":
      return (
        <StatusTag look="good">
          <Trans>On track</Trans>
        </StatusTag>
      );
    case "at_risk":
      return (
        <StatusTag look="warn">
          <Trans>At risk</Trans>
        </StatusTag>
      );
    case "not_met":
      return (
        <StatusTag look="bad">
          <Trans>Not met</Trans>
        </StatusTag>
      );
    case "off_track":
      return (
        <StatusTag look="bad">
          <Trans>Off track</Trans>
        </StatusTag>
      );
    default:
      return null;
  }
}
