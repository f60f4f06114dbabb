/** Asks before a step for the person's own words, which others read; they stay in the field when it is refused. */
import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { UseFormReturn } from "react-hook-form";
import { TextArea } from "../fields/text-area";
import { useForm } from "../fields/use-form";
import { FormDialog, type FormDialogText } from "./form-dialog";

type Reason = { reason: string };

type Props = FormDialogText & {
  /** What is asked: “Why is it put on hold?”. */
  question: ReactNode;
  hint?: ReactNode;
  onClose: () => void;
  /** Takes the step with these words. */
  send: (reason: string) => Promise<unknown>;
  /** Says why it was refused, at the field or above it. */
  onRefused: (form: UseFormReturn<Reason>, error: unknown) => void;
};

export function ReasonDialog({ question, hint, send, onRefused, ...dialog }: Props) {
  const { t } = useLingui();
  const form = useForm<Reason>({ defaultValues: { reason: "" } });
  const submit = async ({ reason }: Reason) => {
    try {
      await send(reason.trim());
    } catch (error) {
      onRefused(form, error);
    }
  };
  return (
    <FormDialog {...dialog} form={form} onSubmit={submit} alert={dialog.danger ?? false}>
      <TextArea
        label={question}
        hint={hint}
        error={form.formState.errors.reason?.message}
        {...form.register("reason", {
          maxLength: { value: 4000, message: t`Use at most 4,000 characters` },
          validate: (value) => value.trim() !== "" || t`Write down why, so that the others know`,
        })}
      />
    </FormDialog>
  );
}
