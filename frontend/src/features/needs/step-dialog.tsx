/** Asks once before a step, and for the reason when the step needs one. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { showProblem } from "@/api/form-problems";
import { announce } from "@/lib/announcer";
import { TextArea } from "@/ui/fields/text-area";
import { useForm } from "@/ui/fields/use-form";
import { FormDialog } from "@/ui/overlays/form-dialog";

type Props = {
  title: string;
  action: string;
  asksReason: boolean;
  take: (reason: string) => Promise<unknown>;
  onClose: () => void;
  children?: ReactNode;
};

export function StepDialog({ title, action, asksReason, take, onClose, children }: Props) {
  const { t } = useLingui();
  const form = useForm({ defaultValues: { reason: "" } });
  const { errors, isSubmitting } = form.formState;
  const submit = async ({ reason }: { reason: string }) => {
    try {
      await take(reason.trim());
      announce(t`Done: ${action}`);
      onClose();
    } catch (error) {
      showProblem(form, error);
    }
  };
  return (
    <FormDialog
      form={form}
      onSubmit={submit}
      onClose={onClose}
      title={title}
      effect={children}
      label={action}
      action={action}
      working={isSubmitting ? <Trans>Working…</Trans> : undefined}
    >
      {asksReason && (
        <TextArea
          label={t`Reason`}
          error={errors.reason?.message}
          {...form.register("reason", {
            validate: (value) => value.trim() !== "" || t`Say why, in a sentence or two`,
          })}
        />
      )}
    </FormDialog>
  );
}
