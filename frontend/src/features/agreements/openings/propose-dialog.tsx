/** The office names the words of the signed text that let other districts join, and until when they may. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Controller } from "react-hook-form";
import { showProblem } from "@/api/form-problems";
import { Button } from "@/ui/actions/button";
import { DateField } from "@/ui/fields/date-field";
import { Form } from "@/ui/fields/form";
import { TextArea } from "@/ui/fields/text-area";
import { TextField } from "@/ui/fields/text-field";
import { useForm } from "@/ui/fields/use-form";
import { Dialog } from "@/ui/overlays/dialog";
import type { Agreement } from "../api";
import { dayProblem } from "../form-words";
import { openingRefusal, usePropose, type Openings } from "./api";
import styles from "../dialog.module.css";

type Props = { agreement: Agreement; openings: Openings; onClose: () => void; onDone: () => void };

export function ProposeDialog({ agreement, openings, onClose, onDone }: Props) {
  const { t } = useLingui();
  const propose = usePropose(agreement.id);
  const form = useForm({
    defaultValues: { clause: openings.clauses[0] ?? "", open_until: openings.last_day, note: "" },
  });
  const { errors } = form.formState;
  const partner = agreement.partner.name;
  const submit = async (values: { clause: string; open_until: string; note: string }) => {
    const note = values.note.trim();
    try {
      await propose.mutateAsync({
        clause: values.clause.trim(),
        open_until: values.open_until,
        ...(note && { note }),
      });
      onDone();
    } catch (error) {
      const why = openingRefusal(error);
      if (why) form.setError("root.server", { type: "server", message: why });
      else showProblem(form, error);
    }
  };
  return (
    <Dialog open onClose={onClose} title={t`Propose that other districts may join`}>
      <p className={styles.effect}>
        <Trans>
          {partner} is asked. Once it agrees, offices of other districts read the signed text, the partner’s
          name and the term, and nothing else of this record.
        </Trans>
      </p>
      <Form
        form={form}
        onSubmit={submit}
        actions={
          <>
            <Button
              kind="primary"
              type="submit"
              working={propose.isPending ? <Trans>Asking…</Trans> : undefined}
            >
              <Trans>Ask the partner</Trans>
            </Button>
            <Button kind="quiet" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
          </>
        }
      >
        <TextArea
          label={t`The words of the text that let other districts join`}
          hint={
            openings.clauses.length > 0
              ? t`Found in the signed text. They have to stand there word for word.`
              : t`Copy the sentence from the signed text. Without such words it cannot be opened.`
          }
          rows={5}
          error={errors.clause?.message}
          {...form.register("clause", {
            maxLength: { value: 4000, message: t`Use at most 4,000 characters` },
            validate: (value) => value.trim() !== "" || t`Copy the sentence from the signed text`,
          })}
        />
        <Controller
          control={form.control}
          name="open_until"
          rules={{ validate: dayProblem }}
          render={({ field: { name, value, onChange, onBlur } }) => (
            <DateField
              {...{ name, value, onChange, onBlur }}
              label={t`Last day on which others may join`}
              error={errors.open_until?.message}
            />
          )}
        />
        <TextField
          label={t`What should the partner know?`}
          optional
          error={errors.note?.message}
          {...form.register("note", { maxLength: { value: 200, message: t`Use at most 200 characters` } })}
        />
      </Form>
    </Dialog>
  );
}
