/** Asks once before a step: names its effect, and asks for the reason where others will read it. */
import { useLingui } from "@lingui/react/macro";
import { showRefusal } from "@/api/form-problems";
import { isApiError } from "@/api/problem";
import { TextArea } from "@/ui/fields/text-area";
import { useForm } from "@/ui/fields/use-form";
import { FormDialog } from "@/ui/overlays/form-dialog";
import { actWords } from "./act-words";
import { useAct, type Act } from "./acts";
import type { Target } from "./api";

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
  const submit = async ({ reason }: { reason: string }) => {
    try {
      onDone(await step.mutateAsync({ act, reason: reason.trim() }));
    } catch (error) {
      const isLate = isApiError(error) && error.isConflict;
      const why = isLate
        ? t`Somebody changed this target meanwhile. Close this, read it again, then decide.`
        : null;
      showRefusal(form, error, why);
    }
  };
  return (
    <FormDialog
      form={form}
      onSubmit={submit}
      onClose={onClose}
      title={words.heading}
      effect={words.effect}
      label={words.action}
      action={words.action}
      working={isSubmitting ? words.working : undefined}
      danger={words.isDanger ?? false}
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
    </FormDialog>
  );
}
