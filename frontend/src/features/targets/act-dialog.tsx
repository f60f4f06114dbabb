/** Asks once before a step: names its effect, and asks for the reason where others will read it. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { showProblem } from "@/api/form-problems";
import type { TargetRead } from "@/api/gen/types.gen";
import { announce } from "@/lib/announcer";
import { Button } from "@/ui/actions/button";
import { Form } from "@/ui/fields/form";
import { TextArea } from "@/ui/fields/text-area";
import { useForm } from "@/ui/fields/use-form";
import { Dialog } from "@/ui/overlays/dialog";
import { useAct, type Act } from "./api";
import { moveAction } from "./words";

type Props = { target: TargetRead; act: Act; onClose: () => void };

const reasoned = ["revise", "opt-out", "reject"];
const ending = ["withdraw", "reject"];

export function ActDialog({ target, act, onClose }: Props) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const take = useAct(target);
  const form = useForm({ defaultValues: { reason: "" } });
  const { errors, isSubmitting } = form.formState;
  const action = moveAction(act.move);
  const name = act.of === "target" ? target.name : act.name;
  return (
    <Dialog open onClose={onClose} title={t`${action}: ${name}`}>
      <p>
        <Effect act={act} />
      </p>
      <Form
        form={form}
        label={action}
        onSubmit={async ({ reason }) => {
          try {
            const id = await take.mutateAsync({ act, reason: reason.trim() });
            announce(t`Done: ${action}`);
            onClose();
            if (id !== target.id) await navigate({ to: "/targets/$targetId", params: { targetId: id } });
          } catch (error) {
            showProblem(form, error);
          }
        }}
        actions={
          <>
            <Button
              type="submit"
              kind={ending.includes(act.move) ? "danger" : "primary"}
              working={isSubmitting ? <Trans>Working…</Trans> : undefined}
            >
              {action}
            </Button>
            <Button kind="quiet" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
          </>
        }
      >
        {reasoned.includes(act.move) && (
          <TextArea
            label={t`Reason`}
            hint={t`The other side reads this.`}
            error={errors.reason?.message}
            {...form.register("reason", {
              validate: (value) => value.trim() !== "" || t`Say why, in a sentence or two`,
            })}
          />
        )}
      </Form>
    </Dialog>
  );
}

function Effect({ act }: { act: Act }): ReactNode {
  if (act.of === "school" && act.move === "agree")
    return <Trans>The school’s results then count toward this target.</Trans>;
  switch (act.move) {
    case "propose":
      return <Trans>The other side is asked to agree. Proposing is your side’s word.</Trans>;
    case "agree":
      return <Trans>This gives your side’s word. Once both sides have given theirs, it is agreed.</Trans>;
    case "open":
      return <Trans>Results can then be entered. The definition stays as it was agreed.</Trans>;
    case "close":
      return <Trans>No more results are taken, and the rating is final.</Trans>;
    case "withdraw":
      return <Trans>The target takes no more answers. Its record stays.</Trans>;
    case "revise":
      return <Trans>A new draft starts from this target; this one stays for the record.</Trans>;
    case "opt-out":
      return <Trans>The school’s results do not count toward this target. It may join later.</Trans>;
    case "verify":
      return <Trans>You say that this result is so. It then counts as verified.</Trans>;
    default:
      return <Trans>The result no longer counts. Who entered it sees your reason.</Trans>;
  }
}
