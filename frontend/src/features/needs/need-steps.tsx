/** What can be done with a need now, from the moves the server offers; what is not yet possible is said with why. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import type { NeedRead } from "@/api/gen/types.gen";
import { Actions, Button } from "@/ui/actions/button";
import { Section } from "@/ui/page/section";
import { lackedSaid } from "./said";
import { needAction } from "./words";
import { useNeedStep, useRemoveNeed } from "./write";

const StepDialog = lazy(() => import("./step-dialog").then((module) => ({ default: module.StepDialog })));

const reasoned = ["defer", "drop"];
const asks = (needs: readonly string[]) => needs.filter((code) => code !== "reason");

export function NeedSteps({ need }: { need: NeedRead }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [move, setMove] = useState<string | null>(null);
  const step = useNeedStep(need);
  const remove = useRemoveNeed();
  if (need.allowed_moves.length === 0 && !need.can_edit) return null;
  const lacking = need.allowed_moves.filter(({ needs }) => asks(needs).length > 0);
  const ready = need.allowed_moves.filter(({ needs }) => asks(needs).length === 0);
  const isRemoval = move === "remove";
  const action = isRemoval ? t`Remove the need` : needAction(move ?? "");
  const take = async (reason: string) => {
    if (!isRemoval) return step.mutateAsync({ move: move ?? "", reason });
    await remove.mutateAsync(need);
    return navigate({
      to: "/needs/assessments/$assessmentId",
      params: { assessmentId: need.assessment.id },
      replace: true,
    });
  };
  return (
    <Section id="where-it-stands" heading={<Trans>Where it stands</Trans>}>
      {lacking.map((each) => (
        <p key={each.move}>{lackedSaid(asks(each.needs))}</p>
      ))}
      <Actions>
        {ready.map((each) => (
          <Button key={each.move} onClick={() => setMove(each.move)}>
            {needAction(each.move)}
          </Button>
        ))}
        {need.can_edit && (
          <Button kind="quiet" onClick={() => setMove("remove")}>
            <Trans>Remove the need</Trans>
          </Button>
        )}
      </Actions>
      {move && (
        <Suspense>
          <StepDialog
            title={t`${action}: ${need.title}`}
            action={action}
            asksReason={reasoned.includes(move)}
            take={take}
            onClose={() => setMove(null)}
          >
            {isRemoval && (
              <Trans>
                It goes with its evidence and its ratings. What a partnership or a target refers to cannot be
                removed.
              </Trans>
            )}
          </StepDialog>
        </Suspense>
      )}
    </Section>
  );
}
