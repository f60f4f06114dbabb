/** The small line above the heading: what it is, its number, and its status with whose turn it is. */
import { Trans } from "@lingui/react/macro";
import { StatusTag } from "@/ui/data/status-tag";
import type { Agreement } from "./api";
import { looks, statusName, typeName } from "./words";

export function Kind({ agreement, isYours }: { agreement: Agreement; isYours: boolean }) {
  const status = statusName(agreement.effective_status);
  return (
    <>
      <span>
        {typeName(agreement.type)} {agreement.number}
        {agreement.renews && <Trans>, renews {agreement.renews.number}</Trans>}
        {agreement.amends && <Trans>, amends {agreement.amends.number}</Trans>}
      </span>{" "}
      <StatusTag look={looks[agreement.effective_status]}>
        {isYours && agreement.status !== "executed" ? <Trans>{status}, with you</Trans> : status}
      </StatusTag>
    </>
  );
}
