/** Sets the first and last day of instruction of this school year and the next; a late edit keeps what was typed. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Controller } from "react-hook-form";
import { showProblem } from "@/api/form-problems";
import { isApiError } from "@/api/problem";
import { announce } from "@/lib/announcer";
import type { Day } from "@/lib/dates";
import { Button } from "@/ui/actions/button";
import { Conflict, type Choices } from "@/ui/feedback/conflict";
import { DateField } from "@/ui/fields/date-field";
import { FieldSet } from "@/ui/fields/field";
import { Form } from "@/ui/fields/form";
import { useForm } from "@/ui/fields/use-form";
import { Dialog } from "@/ui/overlays/dialog";
import { useRereadInstructionDays, useSetInstructionDays, type InstructionDays } from "./instruction-api";
import {
  dayProblem,
  lastProblem,
  reconcile,
  toBody,
  valuesOf,
  yearName,
  yearWords,
  type InstructionValues,
} from "./instruction-draft";
import styles from "./instruction.module.css";

type Props = { days: InstructionDays; today: Day; onClose: () => void };
type Dispute = { labels: readonly string[]; theirs: InstructionValues };

export function InstructionDialog({ days, today, onClose }: Props) {
  const { t } = useLingui();
  const set = useSetInstructionDays();
  const reread = useRereadInstructionDays();
  const [base, setBase] = useState(days);
  const [dispute, setDispute] = useState<Dispute | null>(null);
  const form = useForm<InstructionValues>({ defaultValues: valuesOf(days, today) });
  const { errors, isSubmitting } = form.formState;
  const years = valuesOf(base, today).years;

  const send = async (onto: InstructionDays, values: InstructionValues) => {
    await set.mutateAsync({ base: onto, body: toBody(values) });
    announce(t`The days of instruction are saved.`);
    onClose();
  };
  const save = async (values: InstructionValues) => {
    try {
      await send(base, values);
    } catch (error) {
      if (!isApiError(error) || !error.isConflict) return showProblem(form, error);
      await joinLate(values);
    }
  };
  const joinLate = async (mine: InstructionValues) => {
    try {
      const now = await reread();
      const theirs = valuesOf(now, today);
      const { values, disputed } = reconcile(valuesOf(base, today), mine, theirs);
      setBase(now);
      form.reset(values);
      if (disputed.length > 0) setDispute({ labels: disputed, theirs });
      else await send(now, values);
    } catch (error) {
      showProblem(form, error);
    }
  };
  const settle = (kept: Choices) => {
    const mine = form.getValues().years;
    form.reset({
      years: mine.map((own) =>
        kept[own.label] === "theirs"
          ? (dispute?.theirs.years.find(({ label }) => label === own.label) ?? own)
          : own,
      ),
    });
    setDispute(null);
    void form.handleSubmit(save)();
  };

  return (
    <Dialog open onClose={onClose} title={t`When is school in session?`}>
      {dispute && (
        <Conflict
          onChoose={settle}
          differences={dispute.labels.map((label) => ({
            field: label,
            label: yearName(label),
            mine: yearsWords(form.getValues(), label),
            theirs: yearsWords(dispute.theirs, label),
          }))}
        />
      )}
      <p className={styles.lead}>
        <Trans>
          Between the last day of one year and the first of the next is summer. Programs that do not run in
          summer rest then. What was answered for days that are over stays.
        </Trans>
      </p>
      <Form
        form={form}
        label={t`When is school in session?`}
        onSubmit={save}
        actions={
          !dispute && (
            <>
              <Button
                kind="primary"
                type="submit"
                working={isSubmitting ? <Trans>Saving…</Trans> : undefined}
              >
                <Trans>Save the days</Trans>
              </Button>
              <Button kind="quiet" onClick={onClose}>
                <Trans>Cancel</Trans>
              </Button>
            </>
          )
        }
      >
        {years.map(({ label }, index) => {
          const year = base.years.find((each) => each.label === label);
          if (year === undefined) return null;
          return (
            <FieldSet key={label} id={`year-${label}`} label={yearName(label)}>
              <div className={styles.pair}>
                <Controller
                  control={form.control}
                  name={`years.${index}.first_day_on`}
                  rules={{ validate: (typed) => dayProblem(typed, year) }}
                  render={({ field: { name, value, onChange, onBlur } }) => (
                    <DateField
                      {...{ name, value, onChange, onBlur }}
                      label={t`First day of instruction`}
                      error={errors.years?.[index]?.first_day_on?.message}
                    />
                  )}
                />
                <Controller
                  control={form.control}
                  name={`years.${index}.last_day_on`}
                  rules={{
                    validate: (typed, all) => lastProblem(typed, all.years[index]?.first_day_on ?? "", year),
                  }}
                  render={({ field: { name, value, onChange, onBlur } }) => (
                    <DateField
                      {...{ name, value, onChange, onBlur }}
                      label={t`Last day of instruction`}
                      error={errors.years?.[index]?.last_day_on?.message}
                    />
                  )}
                />
              </div>
            </FieldSet>
          );
        })}
      </Form>
    </Dialog>
  );
}

function yearsWords({ years }: InstructionValues, label: string): string {
  const found = years.find((each) => each.label === label);
  return found ? yearWords(found) : "";
}
