/** Asks once before a step: names its effect, and asks for what the step needs. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { Controller } from "react-hook-form";
import { showProblem } from "@/api/form-problems";
import { announce } from "@/lib/announcer";
import { DateField, isDay } from "@/ui/fields/date-field";
import { TextArea } from "@/ui/fields/text-area";
import { useForm } from "@/ui/fields/use-form";
import { FormDialog } from "@/ui/overlays/form-dialog";
import { useStep, type Stepping } from "./api";
import { NoteFields, type Draft } from "./note-fields";
import { stepAction } from "./words";

type Props = { partner: Stepping; move: string; onClose: () => void };

const reasoned = ["request-changes", "decline", "suspend", "deactivate", "reopen"];

export function StepDialog({ partner, move, onClose }: Props) {
  const { t } = useLingui();
  const step = useStep(partner);
  const form = useForm({ defaultValues: { reason: "", until: "" } });
  const [notes, setNotes] = useState<readonly Draft[]>([]);
  const isAgain = partner.status === "declined";
  const { errors, isSubmitting } = form.formState;
  const action = stepAction(move);
  const submit = async ({ reason, until }: { reason: string; until: string }) => {
    try {
      await step.mutateAsync({
        move,
        reason: reason.trim(),
        until: until || null,
        notes: notes.flatMap(({ field, note }) => (note.trim() === "" ? [] : [{ field, note }])),
      });
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
      title={t`${action}: ${partner.name}`}
      effect={<Effect move={move} name={partner.name} />}
      label={action}
      action={action}
      working={isSubmitting ? <Trans>Working…</Trans> : undefined}
      danger={move === "decline" || move === "deactivate"}
    >
      {reasoned.includes(move) && (
        <TextArea
          label={move === "request-changes" ? t`What has to change` : t`Reason`}
          hint={t`The partner reads this, and it may become a public record.`}
          error={errors.reason?.message}
          {...form.register("reason", {
            validate: (value) => value.trim() !== "" || t`Say why, in a sentence or two`,
          })}
        />
      )}
      {move === "submit" && (
        <TextArea
          label={isAgain ? t`What has changed since` : t`A word to the district office`}
          optional={!isAgain}
          error={errors.reason?.message}
          {...form.register("reason", {
            validate: (value) =>
              !isAgain || value.trim() !== "" || t`Say what has changed since the district declined`,
          })}
        />
      )}
      {move === "request-changes" && <NoteFields notes={notes} onChange={setNotes} />}
      {move === "approve" && (
        <Controller
          control={form.control}
          name="until"
          rules={{ validate: (value) => value === "" || isDay(value) || t`Enter a day, such as 6 30 2021` }}
          render={({ field, fieldState }) => (
            <DateField
              label={t`Approved until`}
              hint={t`The last day that still counts. Leave it empty for no end date.`}
              optional
              name={field.name}
              value={field.value}
              onChange={field.onChange}
              onBlur={field.onBlur}
              error={fieldState.error?.message}
            />
          )}
        />
      )}
    </FormDialog>
  );
}

function Effect({ move, name }: { move: string; name: string }): ReactNode {
  switch (move) {
    case "submit":
      return <Trans>The district office is asked to review {name}. You see here what it decides.</Trans>;
    case "start-review":
      return <Trans>{name} sees that its application is being read. You can approve it afterwards.</Trans>;
    case "request-changes":
      return <Trans>The application goes back to {name} with what has to change.</Trans>;
    case "approve":
      return <Trans>Schools can plan with {name}. No work starts before an agreement is in force.</Trans>;
    case "decline":
      return <Trans>{name} is told no, with your reason. It may apply again.</Trans>;
    case "suspend":
      return (
        <Trans>{name} may work at no school until you end the hold. Its agreements stay as they are.</Trans>
      );
    case "reopen":
      return <Trans>{name} applies anew; nothing is approved by opening its record.</Trans>;
    case "reinstate":
      return <Trans>{name} may work again wherever an agreement is in force.</Trans>;
    default:
      return <Trans>Nothing new starts with {name}. Its record and history stay.</Trans>;
  }
}
