/** The next step with an assessment, from the moves the server offers; the stages of the work stand below it. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useState, type ReactNode } from "react";
import type { AssessmentRead } from "@/api/gen/types.gen";
import { Actions, Button } from "@/ui/actions/button";
import { NextBox } from "@/ui/page/next-box";
import { useAssessmentStep } from "./api";
import { assessmentAction, lackWords } from "./words";

const StepDialog = lazy(() => import("./step-dialog").then((module) => ({ default: module.StepDialog })));

const forward = ["submit", "approve", "publish"];

export function AssessmentNext({ assessment }: { assessment: AssessmentRead }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [move, setMove] = useState<string | null>(null);
  const step = useAssessmentStep(assessment);
  const next = assessment.allowed_moves.find((each) => forward.includes(each.move));
  const others = assessment.allowed_moves.filter((each) => !forward.includes(each.move));
  const isReady = next?.needs.length === 0;
  return (
    <>
      {next && (
        <NextBox
          who={<Trans>Next for you</Trans>}
          heading={assessmentAction(next.move)}
          action={
            isReady && (
              <Button kind="primary" onClick={() => setMove(next.move)}>
                {assessmentAction(next.move)}
              </Button>
            )
          }
        >
          {isReady ? (
            <Effect move={next.move} />
          ) : (
            <>
              <Trans>Before that:</Trans> {next.needs.map(lackWords).join(" ")}
            </>
          )}
        </NextBox>
      )}
      {others.length > 0 && (
        <Actions>
          {others.map((each) => (
            <Button key={each.move} kind="quiet" onClick={() => setMove(each.move)}>
              {assessmentAction(each.move)}
            </Button>
          ))}
        </Actions>
      )}
      {move && (
        <Suspense>
          <StepDialog
            title={t`${assessmentAction(move)}: needs of ${assessment.school.name}`}
            action={assessmentAction(move)}
            asksReason={move === "reopen"}
            take={async (reason) => {
              const after = await step.mutateAsync({ move, reason });
              if (after.id !== assessment.id)
                void navigate({
                  to: "/needs/assessments/$assessmentId",
                  params: { assessmentId: after.id },
                });
            }}
            onClose={() => setMove(null)}
          >
            <Effect move={move} />
          </StepDialog>
        </Suspense>
      )}
    </>
  );
}

function Effect({ move }: { move: string }): ReactNode {
  switch (move) {
    case "submit":
      return <Trans>The principal reads it and approves it. Until then it can still be changed.</Trans>;
    case "approve":
      return <Trans>After this the needs can no longer be edited. Nobody outside sees them yet.</Trans>;
    case "publish":
      return <Trans>Other schools and partners then see these needs, without the ratings.</Trans>;
    case "reopen":
      return <Trans>The next version begins as a draft. This one stays until that one is published.</Trans>;
    default:
      return <Trans>This only says how far the work is. You can go back.</Trans>;
  }
}
