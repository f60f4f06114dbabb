/** Asks once before a step of a plan: names its effect, takes the person's own words where they are needed. */
import { problemSentence, showRefusal } from "@/api/form-problems";
import { ConfirmDialog } from "@/ui/overlays/confirm-dialog";
import { ReasonDialog } from "@/ui/overlays/reason-dialog";
import { usePlanStep, type Plan, type PlanVerb } from "./api";
import { planRefusal, stepWords, type StepWords } from "./words";

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
  const step = usePlanStep(plan);
  return (
    <ReasonDialog
      onClose={onClose}
      send={async (reason) => {
        await step.mutateAsync({ verb, reason });
        onDone();
      }}
      onRefused={(form, error) => showRefusal(form, error, planRefusal(error))}
      title={words.heading}
      effect={words.effect}
      action={words.action}
      working={step.isPending ? words.working : undefined}
      danger={words.isDanger ?? false}
      question={asks}
    />
  );
}
