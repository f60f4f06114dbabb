/** Asks once before a step: names its effect, and asks for the reason where others will read it. */
import { Trans, useLingui } from "@lingui/react/macro";
import { showProblem } from "@/api/form-problems";
import { isApiError } from "@/api/problem";
import { Button } from "@/ui/actions/button";
import { Form } from "@/ui/fields/form";
import { TextArea } from "@/ui/fields/text-area";
import { useForm } from "@/ui/fields/use-form";
import { Dialog } from "@/ui/overlays/dialog";
import { actWords } from "./act-words";
import { useAct, type Act } from "./acts";
import type { Target } from "./api";
import styles from "./form.module.css";

type Props = {
  target: Target;
  act: Act;
  onClose: () => void;
  /** The record the step leads to: this one, or its new version. */
  onDone: (id: string) => void;
};

export function ActDialog({ target, act, onClose, onDone }: Props) {
  const { t } = useLingui();
  const step = useAct(target);
  const form = useForm({ defaultValues: { reason: "" } });
  const { errors, isSubmitting } = form.formState;
  const words = actWords(act, target);
  return (
    <Dialog open onClose={onClose} title={words.heading}>
      <p className={styles.effect}>{words.effect}</p>
      <Form
        form={form}
        label={words.action}
        onSubmit={async ({ reason }) => {
          try {
            onDone(await step.mutateAsync({ act, reason: reason.trim() }));
          } catch (error) {
            if (isApiError(error) && error.isConflict) {
              const message = t`Somebody changed this target meanwhile. Close this, read it again, then decide.`;
              form.setError("root.server", { type: "server", message });
            } else showProblem(form, error);
          }
        }}
        actions={
          <>
            <Button
              type="submit"
              kind={words.isDanger ? "danger" : "primary"}
              working={isSubmitting ? words.working : undefined}
            >
              {words.action}
            </Button>
            <Button kind="quiet" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
          </>
        }
      >
        {words.asks && (
          <TextArea
            label={words.asks}
            hint={t`The other side reads this, and it may become a public record.`}
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
