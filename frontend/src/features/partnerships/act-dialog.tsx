/** Asks once before a step: names its effect, takes the person's own words where they are needed, and says why it failed. */
import { problemSentence, showRefusal } from "@/api/form-problems";
import { ConfirmDialog } from "@/ui/overlays/confirm-dialog";
import { ReasonDialog } from "@/ui/overlays/reason-dialog";
import { actWords, type ActWords } from "./act-words";
import { useStep, type Partnership } from "./api";
import type { Verb } from "./verbs";
import { refusal } from "./refusal";

type Props = { verb: Verb; partnership: Partnership; onClose: () => void; onDone: () => void };

export function ActDialog(props: Props) {
  const words = actWords(props.verb, props.partnership);
  return words.asks ? (
    <AskingDialog {...props} words={words} asks={words.asks} />
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

function AskingDialog({ verb, partnership, onClose, onDone, words, asks }: Asking) {
  const step = useStep(partnership);
  return (
    <ReasonDialog
      onClose={onClose}
      send={async (reason) => {
        await step.mutateAsync({ verb, reason });
        onDone();
      }}
      onRefused={(form, error) => showRefusal(form, error, refusal(error))}
      title={words.heading}
      label={words.heading}
      effect={words.effect}
      action={words.action}
      working={step.isPending ? words.working : undefined}
      danger={words.isDanger ?? false}
      question={asks.label}
      hint={asks.hint}
    />
  );
}
