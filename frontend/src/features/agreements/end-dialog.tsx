/** Ending it early: why, from which day, what becomes of the papers, and who is told. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Controller } from "react-hook-form";
import { showProblem } from "@/api/form-problems";
import { useSession } from "@/features/auth";
import { addDays, formatDay } from "@/lib/dates";
import { hasRole } from "@/lib/session";
import { Button } from "@/ui/actions/button";
import { Checkbox } from "@/ui/fields/checkbox";
import { DateField } from "@/ui/fields/date-field";
import { Form } from "@/ui/fields/form";
import { TextArea } from "@/ui/fields/text-area";
import { useForm } from "@/ui/fields/use-form";
import { Dialog } from "@/ui/overlays/dialog";
import type { ActProps } from "./act-props";
import type { ActWords } from "./act-words";
import { useAct } from "./acts";
import { optionalDayProblem } from "./form-words";
import { RecordsFields, type EndValues } from "./data/records-fields";
import { dispositions } from "./data/words";
import { refusal } from "./refusal";
import styles from "./dialog.module.css";

export function EndDialog({ act, agreement, onClose, onDone, words }: ActProps & { words: ActWords }) {
  const { t } = useLingui();
  const me = useSession();
  const step = useAct(agreement);
  const notice = agreement.notice_days ?? 0;
  const earliest = addDays(me.tenant.today, notice);
  const form = useForm<EndValues>({
    defaultValues: {
      reason: "",
      ceases_on: earliest <= agreement.ends_on ? earliest : "",
      for_cause: false,
      papers: "",
      student_data: "",
      student_data_due_on: "",
    },
  });
  const { errors } = form.formState;
  const isOffice = hasRole(me, "partnership_office") || hasRole(me, "district_admin");
  const told = agreement.told_of_the_end.flatMap(({ names }) => names).join(", ");
  const last = formatDay(agreement.ends_on, "long");
  const first = formatDay(earliest, "long");
  const shares = agreement.type === "data_sharing" || agreement.shares_student_records;
  const submit = async ({ reason, ceases_on, for_cause, papers, ...data }: EndValues) => {
    const chosen = dispositions.find((each) => each === data.student_data);
    const ending = {
      reason: reason.trim(),
      for_cause,
      ...(ceases_on !== "" && { ceases_on }),
      ...(papers.trim() !== "" && { papers: papers.trim() }),
      ...(chosen && { student_data: chosen }),
      ...(chosen &&
        chosen !== "carry_on" &&
        data.student_data_due_on !== "" && { student_data_due_on: data.student_data_due_on }),
    };
    try {
      onDone(await step.mutateAsync({ act, said: { ending } }));
    } catch (error) {
      const why = refusal(error);
      if (why) form.setError("root.server", { type: "server", message: why });
      else showProblem(form, error);
    }
  };
  return (
    <Dialog open onClose={onClose} title={words.heading} alert>
      <p className={styles.effect}>{words.effect}</p>
      {told !== "" && (
        <p className={styles.effect}>
          <Trans>They are told at once: {told}.</Trans>
        </p>
      )}
      <Form
        form={form}
        onSubmit={submit}
        actions={
          <>
            <Button kind="danger" type="submit" working={step.isPending ? words.working : undefined}>
              {words.action}
            </Button>
            <Button kind="quiet" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
          </>
        }
      >
        <TextArea
          label={t`Why does it end?`}
          hint={t`Everybody who sees the agreement reads it.`}
          error={errors.reason?.message}
          {...form.register("reason", {
            maxLength: { value: 4000, message: t`Use at most 4,000 characters` },
            validate: (value) => value.trim() !== "" || t`Write down why, so that the others know`,
          })}
        />
        <Controller
          control={form.control}
          name="ceases_on"
          rules={{ validate: optionalDayProblem }}
          render={({ field: { name, value, onChange, onBlur } }) => (
            <DateField
              {...{ name, value, onChange, onBlur }}
              label={t`The first day without it`}
              hint={
                notice > 0
                  ? t`With the agreed notice ${first} or later. By itself it counts through ${last}.`
                  : t`By itself it counts through ${last}.`
              }
              error={errors.ceases_on?.message}
            />
          )}
        />
        {isOffice && notice > 0 && (
          <Checkbox
            label={t`End it for a cause, without the agreed notice`}
            hint={t`Only the office may, such as when somebody is not safe.`}
            {...form.register("for_cause")}
          />
        )}
        <TextArea
          label={t`What becomes of its papers?`}
          hint={t`Who keeps, gives back or destroys what.`}
          optional
          error={errors.papers?.message}
          {...form.register("papers", {
            maxLength: { value: 4000, message: t`Use at most 4,000 characters` },
          })}
        />
        {shares && <RecordsFields form={form} />}
      </Form>
    </Dialog>
  );
}
