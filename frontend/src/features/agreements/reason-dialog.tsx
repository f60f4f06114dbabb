/**
 * A step that asks for the person's own words, and a reviewer's for notes beside the sections they are about; they
 * stay in the fields when the step is refused.
 */
import { useLingui } from "@lingui/react/macro";
import { showRefusal } from "@/api/form-problems";
import { TextArea } from "@/ui/fields/text-area";
import { useForm } from "@/ui/fields/use-form";
import { FormDialog } from "@/ui/overlays/form-dialog";
import type { ActProps } from "./act-props";
import type { ActWords } from "./act-words";
import { useAct } from "./acts";
import { refusal } from "./refusal";
import { noNotes, SectionNotes, writtenNotes, type NotesValues } from "./review/section-notes";

type Props = ActProps & { words: ActWords; asks: NonNullable<ActWords["asks"]>; hasNotes?: boolean };

export function ReasonDialog({ act, agreement, onClose, onDone, words, asks, hasNotes = false }: Props) {
  const { t } = useLingui();
  const step = useAct(agreement);
  const form = useForm<NotesValues>({ defaultValues: { reason: "", notes: noNotes } });
  const submit = async ({ reason, notes }: NotesValues) => {
    const said = { reason: reason.trim(), ...(hasNotes && { notes: writtenNotes(notes) }) };
    try {
      onDone(await step.mutateAsync({ act, said }));
    } catch (error) {
      showRefusal(form, error, refusal(error));
    }
  };
  return (
    <FormDialog
      form={form}
      onSubmit={submit}
      onClose={onClose}
      title={words.heading}
      effect={words.effect}
      action={words.action}
      working={step.isPending ? words.working : undefined}
      danger={words.isDanger ?? false}
      alert={words.isDanger ?? false}
    >
      <TextArea
        label={asks.label}
        hint={asks.hint}
        optional={asks.optional ?? false}
        error={form.formState.errors.reason?.message}
        {...form.register("reason", {
          maxLength: { value: 4000, message: t`Use at most 4,000 characters` },
          validate: (value) =>
            asks.optional || value.trim() !== "" || t`Write down why, so that the others know`,
        })}
      />
      {hasNotes && <SectionNotes form={form} agreementId={agreement.id} />}
    </FormDialog>
  );
}
