/** The one next step for this reader, from the moves the server offers; the others stand below as quiet buttons. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { problemSentence } from "@/api/form-problems";
import type { PartnershipRead } from "@/api/gen/types.gen";
import { addressOf } from "@/lib/address";
import { Actions, Button } from "@/ui/actions/button";
import { Notice } from "@/ui/feedback/notice";
import { TextArea } from "@/ui/fields/text-area";
import { NextBox } from "@/ui/page/next-box";
import { useDraftAgreement, useStep } from "./api";
import { reasoned, stepName } from "./words";

const forward = ["plan", "ready", "activate", "resume"];
const over = new Set(["ended", "not_a_fit"]);

export function NextStep({ partnership }: { partnership: PartnershipRead }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const step = useStep(partnership.id);
  const draft = useDraftAgreement(partnership.id);
  const [asking, setAsking] = useState<string>();
  const [reason, setReason] = useState("");
  const moves = partnership.allowed_moves;
  if (moves.length === 0) return null;
  const next = moves.find((each) => forward.includes(each.move));
  const others = moves.filter((each) => each !== next);
  const needsAgreement = partnership.agreements.length === 0 && !over.has(partnership.stage);
  const failed = step.error ?? draft.error;
  const take = (move: string) => (reasoned.has(move) ? setAsking(move) : step.mutate({ move }));
  return (
    <>
      <NextBox
        who={<Trans>Next</Trans>}
        heading={
          needsAgreement ? (
            <Trans>Draft the agreement</Trans>
          ) : next ? (
            stepName(next.move)
          ) : (
            <Trans>Nothing to do now</Trans>
          )
        }
        action={
          needsAgreement ? (
            <Button
              kind="primary"
              working={draft.isPending ? <Trans>Drafting…</Trans> : undefined}
              onClick={() =>
                draft.mutate(undefined, {
                  onSuccess: (agreement) => void navigate({ href: addressOf("agreement", agreement.id) }),
                })
              }
            >
              <Trans>Draft the agreement</Trans>
            </Button>
          ) : next && next.needs.length === 0 ? (
            <Button
              kind="primary"
              working={step.isPending ? <Trans>Saving…</Trans> : undefined}
              onClick={() => take(next.move)}
            >
              {stepName(next.move)}
            </Button>
          ) : undefined
        }
      >
        {needsAgreement ? (
          <Trans>It starts with this program, this school and the dates of the school year.</Trans>
        ) : next && next.needs.length > 0 ? (
          next.needs.join(" ")
        ) : null}
      </NextBox>
      {failed && (
        <Notice kind="bad" live>
          {problemSentence(failed)}
        </Notice>
      )}
      {asking === undefined ? (
        others.length > 0 && (
          <Actions>
            {others.map((each) => (
              <Button key={each.move} small onClick={() => take(each.move)}>
                {stepName(each.move)}
              </Button>
            ))}
          </Actions>
        )
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            step.mutate({ move: asking, reason }, { onSuccess: () => setAsking(undefined) });
          }}
        >
          <TextArea
            label={t`Why? Both sides read it.`}
            name="reason"
            required
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <Actions>
            <Button
              type="submit"
              kind="primary"
              working={step.isPending ? <Trans>Saving…</Trans> : undefined}
            >
              {stepName(asking)}
            </Button>
            <Button onClick={() => setAsking(undefined)}>
              <Trans>Cancel</Trans>
            </Button>
          </Actions>
        </form>
      )}
    </>
  );
}
