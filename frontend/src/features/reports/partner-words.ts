/** What a partner's page says of its partnerships and agreements. */
import { plural, t } from "@lingui/core/macro";
import type { AgreementItem, PartnershipItem } from "@/api/gen/types.gen";
import type { StatusLook } from "@/ui/data/status-tag";

export function stageName(stage: PartnershipItem["stage"]): string {
  switch (stage) {
    case "exploring":
      return t`Exploring`;
    case "planning":
      return t`Planning`;
    case "ready_check":
      return t`Checking that all is ready`;
    case "active":
      return t`At work`;
    case "paused":
      return t`Paused`;
    case "ended":
      return t`Ended`;
    case "not_a_fit":
      return t`Not a fit`;
  }
}

type Standing = AgreementItem["effective_status"];

export function agreementLook(standing: Standing): StatusLook {
  switch (standing) {
    case "draft":
      return "draft";
    case "submitted":
    case "in_review":
    case "approved":
    case "out_for_signature":
      return "review";
    case "changes_requested":
      return "changes";
    case "scheduled":
    case "active":
      return "good";
    case "expiring_soon":
    case "suspended":
      return "warn";
    default:
      return "ended";
  }
}

export function agreementStanding({ effective_status: standing, days_left: days }: AgreementItem): string {
  switch (standing) {
    case "draft":
      return t`Draft`;
    case "submitted":
      return t`Submitted`;
    case "in_review":
      return t`In review`;
    case "changes_requested":
      return t`Changes requested`;
    case "approved":
      return t`Approved, not yet signed`;
    case "out_for_signature":
      return t`Out for signature`;
    case "scheduled":
      return t`Signed, starts later`;
    case "active":
      return t`In force`;
    case "expiring_soon":
      return days === null ? t`Ends soon` : plural(days, { one: "Ends in # day", other: "Ends in # days" });
    case "expired":
      return t`Ended`;
    case "suspended":
      return t`On hold`;
    case "terminated":
      return t`Ended early`;
    case "rejected":
      return t`Not approved`;
    case "withdrawn":
      return t`Withdrawn`;
    case "superseded":
      return t`Replaced`;
  }
}
