/** Asks once before a step of a plan: names its effect, takes the person's own words where they are needed. */
import { Trans, useLingui } from "@lingui/react/macro";
import { problemSentence, showProblem } from "@/api/form-problems";
import { Button } from "@/ui/actions/button";
import { Form } from "@/ui/fields/form";
import { TextArea } from "@/ui/fields/text-area";
import { useForm } from "@/ui/fields/use-form";
import { ConfirmDialog } from "@/ui/overlays/confirm-dialog";
import { Dialog } from "@/ui/overlays/dialog";
import { usePlanStep, type Plan, type PlanVerb } from "./api";
import { planRefusal, stepWords, type StepWords } from "./words";
import styles from "../dialog.module.css";

type Props = { verb: PlanVerb; plan: Plan; onClose: () => void; onDone: () => void };

export function StepDialog(props: Props) {
  const words = stepWords(props.verb, props.plan);
  return words.asks ? (
    <Asking {...props} words={words} asks={words.asks} />
  ) : (
    <Plain {...props} words={words} />
  );
}

function Plain({ verb, plan, onClose, onDone, words }: Props & { words: StepWords }) {
  const step = usePlanStep(plan);
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={() => step.mutate({ verb }, { onSuccess: onDone })}
      title={words.heading}
      action={words.action}
      working={step.isPending ? words.working : undefined}
      danger={words.isDanger ?? false}
      failure={step.isError ? (planRefusal(step.error) ?? problemSentence(step.error)) : undefined}
    >
      <p>{words.effect}</p>
    </ConfirmDialog>
  );
}

function Asking({ verb, plan, onClose, onDone, words, asks }: Props & { words: StepWords; asks: string }) {
  const { t } = useLingui();
  const step = usePlanStep(plan);
  const form = useForm({ defaultValues: { reason: "" } });
  const submit = async ({ reason }: { reason: string }) => {
    try {
      await step.mutateAsync({ verb, reason: reason.trim() });
      onDone();
    } catch (error) {
      const why = planRefusal(error);
      if (why) form.setError("root.server", { type: "server", message: why });
      else showProblem(form, error);
    }
  };
  return (
    <Dialog open onClose={onClose} title={words.heading} alert={words.isDanger ?? false}>
      <p className={styles.effect}>{words.effect}</p>
      <Form
        form={form}
        onSubmit={submit}
        actions={
          <>
            <Button
              kind={words.isDanger ? "danger" : "primary"}
              type="submit"
              working={step.isPending ? words.working : undefined}
            >
              {words.action}
            </Button>
            <Button kind="quiet" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
          </>
        }
      >
        <TextArea
          label={asks}
          error={form.formState.errors.reason?.message}
          {...form.register("reason", {
            maxLength: { value: 4000, message: t`Use at most 4,000 characters` },
            validate: (value) => value.trim() !== "" || t`Write down why, so that the others know`,
          })}
        />
      </Form>
    </Dialog>
  );
}
