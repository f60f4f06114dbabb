/** Asks once before a paper’s step, takes the reason where one is needed, and says why it failed. */
import { problemSentence, showProblem } from "@/api/form-problems";
import { ConfirmDialog } from "@/ui/overlays/confirm-dialog";
import { ReasonDialog } from "@/ui/overlays/reason-dialog";
import type { Paper } from "./api";
import { paperActWords, type PaperActWords } from "./paper-act-words";
import { usePaperStep, type PaperVerb } from "./paper-write";

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
  const step = usePaperStep();
  return (
    <ReasonDialog
      onClose={onClose}
      send={async (reason) => {
        await step.mutateAsync({ paper, verb, reason });
        onDone();
      }}
      onRefused={showProblem}
      title={words.heading}
      label={words.heading}
      effect={words.effect}
      action={words.action}
      working={step.isPending ? words.working : undefined}
      question={asks}
    />
  );
}
