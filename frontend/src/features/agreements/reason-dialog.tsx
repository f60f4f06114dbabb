/**
 * A step that asks for the person's own words, and a reviewer's for notes beside the sections they are about; they
 * stay in the fields when the step is refused.
 */
import { Trans, useLingui } from "@lingui/react/macro";
import { showProblem } from "@/api/form-problems";
import { Button } from "@/ui/actions/button";
import { Form } from "@/ui/fields/form";
import { TextArea } from "@/ui/fields/text-area";
import { useForm } from "@/ui/fields/use-form";
import { Dialog } from "@/ui/overlays/dialog";
import type { ActProps } from "./act-props";
import type { ActWords } from "./act-words";
import { useAct } from "./acts";
import { refusal } from "./refusal";
import { noNotes, SectionNotes, writtenNotes, type NotesValues } from "./review/section-notes";
import styles from "./dialog.module.css";

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
          optional={asks.optional ?? false}
          error={form.formState.errors.reason?.message}
          {...form.register("reason", {
            maxLength: { value: 4000, message: t`Use at most 4,000 characters` },
            validate: (value) =>
              asks.optional || value.trim() !== "" || t`Write down why, so that the others know`,
          })}
        />
        {hasNotes && <SectionNotes form={form} agreementId={agreement.id} />}
      </Form>
    </Dialog>
  );
}
