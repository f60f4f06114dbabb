/** Asks once before a step: names its effect, takes the person's own words where they are needed, and says why it failed. */
import { Trans, useLingui } from "@lingui/react/macro";
import { problemSentence, showProblem } from "@/api/form-problems";
import { Button } from "@/ui/actions/button";
import { Form } from "@/ui/fields/form";
import { TextArea } from "@/ui/fields/text-area";
import { useForm } from "@/ui/fields/use-form";
import { ConfirmDialog } from "@/ui/overlays/confirm-dialog";
import { Dialog } from "@/ui/overlays/dialog";
import { actWords, type ActWords } from "./act-words";
import { useStep, type Partnership } from "./api";
import type { Verb } from "./verbs";
import { refusal } from "./refusal";
import styles from "./partnership.module.css";

type Props = { verb: Verb; partnership: Partnership; onClose: () => void; onDone: () => void };

export function ActDialog(props: Props) {
  const words = actWords(props.verb, props.partnership);
  return words.asks ? (
    <ReasonDialog {...props} words={words} asks={words.asks} />
  ) : (
    <PlainDialog {...props} words={words} />
  );
}

function PlainDialog({ verb, partnership, onClose, onDone, words }: Props & { words: ActWords }) {
  const step = useStep(partnership);
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={() => step.mutate({ verb }, { onSuccess: onDone })}
      title={words.heading}
      action={words.action}
      working={step.isPending ? words.working : undefined}
      failure={step.isError ? (refusal(step.error) ?? problemSentence(step.error)) : undefined}
    >
      <p>{words.effect}</p>
    </ConfirmDialog>
  );
}

type Asking = Props & { words: ActWords; asks: NonNullable<ActWords["asks"]> };

function ReasonDialog({ verb, partnership, onClose, onDone, words, asks }: Asking) {
  const { t } = useLingui();
  const step = useStep(partnership);
  const form = useForm({ defaultValues: { reason: "" } });
  const submit = async ({ reason }: { reason: string }) => {
    try {
      await step.mutateAsync({ verb, reason: reason.trim() });
      onDone();
    } catch (error) {
      const why = refusal(error);
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
        label={words.heading}
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
          label={asks.label}
          hint={asks.hint}
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
