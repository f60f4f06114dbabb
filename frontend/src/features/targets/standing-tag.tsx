/** How a target stands, as a tag: its rating once it has one, before that how far its agreeing has come. */
import { Trans } from "@lingui/react/macro";
import type { TargetItem } from "@/api/gen/types.gen";
import { StatusTag } from "@/ui/data/status-tag";
import { standing } from "./words";

export function StandingTag({ target }: { target: Pick<TargetItem, "status" | "progress"> }) {
  const { look, words } = standing(target);
  return (
    <>
      <StatusTag look={look}>{words}</StatusTag>
      {target.progress.data_overdue && (
        <>
          {" "}
          <StatusTag look="warn">
            <Trans>Result missing</Trans>
          </StatusTag>
        </>
      )}
    </>
  );
}
