/** Asks once before a paper’s step, takes the reason where one is needed, and says why it failed. */
import { Trans, useLingui } from "@lingui/react/macro";
import { problemSentence, showProblem } from "@/api/form-problems";
import { Button } from "@/ui/actions/button";
import { Form } from "@/ui/fields/form";
import { TextArea } from "@/ui/fields/text-area";
import { useForm } from "@/ui/fields/use-form";
import { ConfirmDialog } from "@/ui/overlays/confirm-dialog";
import { Dialog } from "@/ui/overlays/dialog";
import type { Paper } from "./api";
import { paperActWords, type PaperActWords } from "./paper-act-words";
import { usePaperStep, type PaperVerb } from "./paper-write";
import styles from "./partner.module.css";

type Props = { paper: Paper; verb: PaperVerb; onClose: () => void; onDone: () => void };

export function PaperActDialog(props: Props) {
  const words = paperActWords(props.verb, props.paper);
  return words.asks ? (
    <Asking {...props} words={words} asks={words.asks} />
  ) : (
    <Plain {...props} words={words} />
  );
}

function Plain({ paper, verb, onClose, onDone, words }: Props & { words: PaperActWords }) {
  const step = usePaperStep();
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={() => step.mutate({ paper, verb }, { onSuccess: onDone })}
      title={words.heading}
      action={words.action}
      working={step.isPending ? words.working : undefined}
      failure={step.isError ? problemSentence(step.error) : undefined}
    >
      <p>{words.effect}</p>
    </ConfirmDialog>
  );
}

type AskingProps = Props & { words: PaperActWords; asks: NonNullable<PaperActWords["asks"]> };

function Asking({ paper, verb, onClose, onDone, words, asks }: AskingProps) {
  const { t } = useLingui();
  const step = usePaperStep();
  const form = useForm({ defaultValues: { reason: "" } });
  const submit = async ({ reason }: { reason: string }) => {
    try {
      await step.mutateAsync({ paper, verb, reason: reason.trim() });
      onDone();
    } catch (error) {
      showProblem(form, error);
    }
  };
  return (
    <Dialog open onClose={onClose} title={words.heading}>
      <p className={styles.notice}>{words.effect}</p>
      <Form
        form={form}
        onSubmit={submit}
        label={words.heading}
        actions={
          <>
            <Button kind="primary" type="submit" working={step.isPending ? words.working : undefined}>
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
