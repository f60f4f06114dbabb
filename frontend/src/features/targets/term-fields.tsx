/** The period of a target, its pace, and how often results come in. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Controller, useFieldArray, useWatch } from "react-hook-form";
import { schoolYearSpan } from "@/lib/dates";
import { Button } from "@/ui/actions/button";
import { DateField, isDay } from "@/ui/fields/date-field";
import { NumberField } from "@/ui/fields/number-field";
import { RadioGroup } from "@/ui/fields/radio-group";
import { Select, type Option } from "@/ui/fields/select";
import { TextField } from "@/ui/fields/text-field";
import { readNumber, unitMark } from "./amounts";
import { intervalName, intervals, paceName, paces } from "./definition-words";
import { unitOf, type DraftForm } from "./draft";
import styles from "./form.module.css";

export function TermFields({ form, years }: { form: DraftForm; years: readonly Option[] }) {
  const { t } = useLingui();
  const { errors, dirtyFields } = form.formState;
  const [pace, interval] = useWatch({ control: form.control, name: ["pace", "reporting_interval_days"] });
  const days = [
    ...intervals.map(String),
    ...(interval && !intervals.some((each) => String(each) === interval) ? [interval] : []),
  ];
  const chooseYear = (year: string) => {
    const { from, to } = schoolYearSpan(year);
    if (!dirtyFields.period_starts_on) form.setValue("period_starts_on", from);
    if (!dirtyFields.period_ends_on) form.setValue("period_ends_on", to);
  };
  return (
    <>
      <Select
        label={t`School year`}
        options={years}
        error={errors.school_year?.message}
        {...form.register("school_year", {
          onChange: (event: { target: { value: string } }) => chooseYear(event.target.value),
        })}
      />
      <Day
        form={form}
        name="period_starts_on"
        label={t`First day`}
        hint={t`The day of the baseline, where there is one`}
      />
      <Day
        form={form}
        name="period_ends_on"
        label={t`Last day`}
        hint={t`The target is to be reached by then`}
      />
      <RadioGroup
        label={t`Pace`}
        choices={paces.map((value) => ({ value, label: paceName(value) }))}
        error={errors.pace?.message}
        {...form.register("pace")}
      />
      {pace === "milestone" && <Milestones form={form} />}
      {pace !== "end_only" && (
        <Select
          label={t`Results come in`}
          options={days.map((value) => ({ value, label: intervalName(Number(value)) }))}
          empty={t`No interval agreed`}
          error={errors.reporting_interval_days?.message}
          {...form.register("reporting_interval_days")}
        />
      )}
      <TextField
        label={t`Where results come from`}
        hint={t`Such as reading check given by the tutors, attendance sheet`}
        optional
        error={errors.data_source?.message}
        {...form.register("data_source")}
      />
    </>
  );
}

type DayProps = { form: DraftForm; name: "period_starts_on" | "period_ends_on"; label: string; hint: string };

function Day({ form, name, label, hint }: DayProps) {
  const { t } = useLingui();
  return (
    <Controller
      control={form.control}
      name={name}
      rules={{ validate: (value) => isDay(value) || t`Enter a day, such as 6 12 2020` }}
      render={({ field, fieldState }) => (
        <DateField
          label={label}
          hint={hint}
          name={field.name}
          value={field.value}
          onChange={field.onChange}
          onBlur={field.onBlur}
          error={fieldState.error?.message}
        />
      )}
    />
  );
}

function Milestones({ form }: { form: DraftForm }) {
  const { t } = useLingui();
  const { errors } = form.formState;
  const unit = unitOf({ unit: useWatch({ control: form.control, name: "unit" }) });
  const { fields, append, remove } = useFieldArray({ control: form.control, name: "milestones" });
  return (
    <>
      {fields.map(({ id }, index) => {
        const place = index + 1;
        return (
          <div className={styles.milestone} key={id}>
            <Controller
              control={form.control}
              name={`milestones.${index}.due_on`}
              rules={{ validate: (value) => isDay(value) || t`Enter a day, such as 1 31 2020` }}
              render={({ field, fieldState }) => (
                <DateField
                  label={t`Milestone ${place}: by`}
                  name={field.name}
                  value={field.value}
                  onChange={field.onChange}
                  onBlur={field.onBlur}
                  error={fieldState.error?.message}
                />
              )}
            />
            <NumberField
              label={t`Milestone ${place}: value`}
              unit={unitMark(unit)}
              error={errors.milestones?.[index]?.value?.message}
              {...form.register(`milestones.${index}.value`, {
                validate: (value) => readNumber(value) !== null || t`Enter a number, such as 60`,
              })}
            />
            <Button kind="quiet" aria-label={t`Remove milestone ${place}`} onClick={() => remove(index)}>
              <Trans>Remove</Trans>
            </Button>
          </div>
        );
      })}
      {errors.milestones?.message && <p role="alert">{errors.milestones.message}</p>}
      <Button onClick={() => append({ due_on: "", value: "" })}>
        <Trans>Add a milestone</Trans>
      </Button>
    </>
  );
}
