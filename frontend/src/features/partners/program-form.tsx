/** Describes a program: what it does, for which needs and grades, when, for how many. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Controller, type UseFormReturn } from "react-hook-form";
import { showProblem } from "@/api/form-problems";
import type { ProgramRead } from "@/api/gen/types.gen";
import { Button } from "@/ui/actions/button";
import { Conflict } from "@/ui/feedback/conflict";
import { CheckboxGroup, type Choice } from "@/ui/fields/checkbox";
import { Form } from "@/ui/fields/form";
import { MultiSelect } from "@/ui/fields/multi-select";
import { NumberField } from "@/ui/fields/number-field";
import { Select } from "@/ui/fields/select";
import { TextArea } from "@/ui/fields/text-area";
import { TextField } from "@/ui/fields/text-field";
import { useForm } from "@/ui/fields/use-form";
import { areasQuery } from "./api";
import { useLateEdit } from "./late-edit";
import { supervisionName, supervisions } from "./supervision";
import { populationsQuery, useAddProgram, useChangeProgram, useRereadProgram } from "./program-api";
import { readProgram, writeProgram, changesOfProgram, newProgram, type Draft } from "./program-draft";
import { ProgramEvidence } from "./program-evidence";
import styles from "./partners.module.css";
import { deliveries, deliveryName, grades, times, timeName, weekdayName, weekdays } from "./words";

export function NewProgram({ partnerId, onClose }: { partnerId: string; onClose: () => void }) {
  const form = useForm<Draft>({ defaultValues: newProgram });
  const add = useAddProgram(partnerId);
  const submit = async (draft: Draft) => {
    try {
      await add.mutateAsync(writeProgram(draft));
      onClose();
    } catch (error) {
      showProblem(form, error);
    }
  };
  return <Fields {...{ form, submit, onClose }} />;
}

export function EditProgram({ program, onClose }: { program: ProgramRead; onClose: () => void }) {
  const { t } = useLingui();
  const form = useForm<Draft>({ defaultValues: readProgram(program) });
  const change = useChangeProgram();
  const { submit, choose, conflict } = useLateEdit({
    record: program,
    form,
    read: readProgram,
    save: (base, changed, draft) =>
      change.mutateAsync({ program: base, body: changesOfProgram(draft, changed) }),
    reread: useRereadProgram(program.id),
    onDone: onClose,
  });
  const names = useNames();
  const said = (value: string | string[] | undefined) => {
    const supervision = supervisions.find((each) => each === value);
    if (supervision) return supervisionName(supervision);
    return (Array.isArray(value) ? value.join(", ") : value) || t`Nothing`;
  };
  return (
    <>
      {conflict && (
        <Conflict
          onChoose={choose}
          differences={conflict.fields.map((field) => ({
            field,
            label: names[field],
            mine: said(form.getValues(field)),
            theirs: said(conflict.theirs[field]),
          }))}
        />
      )}
      <Fields {...{ form, submit, onClose }} />
    </>
  );
}

function useNames(): Record<keyof Draft, string> {
  const { t } = useLingui();
  return {
    name: t`Name of the program`,
    description: t`What it does`,
    areas: t`Needs it works on`,
    grades: t`Grades`,
    populations: t`For whom`,
    times_of_day: t`When`,
    weekdays: t`Days`,
    delivery: t`How`,
    supervision: t`Are its people ever alone with students?`,
    languages: t`Languages`,
    capacity_students: t`Room for`,
    cost_to_school: t`Cost to the school`,
    est_value: t`Estimated value`,
    outcomes: t`What it aims at`,
    logic_model_url: t`Logic model`,
    evaluation_url: t`Evaluation by somebody else`,
    evidence_tier: t`Evidence that it works`,
  };
}

type Many = "areas" | "grades" | "populations" | "times_of_day" | "weekdays";
type FieldsProps = {
  form: UseFormReturn<Draft>;
  submit: (draft: Draft) => Promise<void>;
  onClose: () => void;
};

function Fields({ form, submit, onClose }: FieldsProps) {
  const { t } = useLingui();
  const names = useNames();
  const { errors, isSubmitting } = form.formState;
  const areas = useQuery(areasQuery).data?.items;
  const populations = useQuery(populationsQuery).data?.items ?? [];
  const group = (name: Many, choices: readonly Choice[], hint?: string) => (
    <Controller
      control={form.control}
      name={name}
      render={({ field, fieldState }) => (
        <CheckboxGroup
          label={names[name]}
          hint={hint}
          optional
          name={name}
          choices={choices}
          value={field.value}
          onChange={field.onChange}
          error={fieldState.error?.message}
        />
      )}
    />
  );
  return (
    <Form
      form={form}
      label={t`Program`}
      onSubmit={submit}
      actions={
        <>
          <Button kind="primary" type="submit" working={isSubmitting ? <Trans>Saving…</Trans> : undefined}>
            <Trans>Save the program</Trans>
          </Button>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </>
      }
    >
      <TextField
        label={names.name}
        error={errors.name?.message}
        {...form.register("name", {
          validate: (value) => value.trim() !== "" || t`Enter the name of the program`,
        })}
      />
      <TextArea
        label={names.description}
        optional
        error={errors.description?.message}
        {...form.register("description")}
      />
      {areas && (
        <Controller
          control={form.control}
          name="areas"
          render={({ field, fieldState }) => (
            <MultiSelect
              label={names.areas}
              hint={t`Schools find the program by these. Type part of a name.`}
              name="areas"
              items={areas.map(({ code, label }) => ({ id: code, label }))}
              value={field.value}
              onChange={field.onChange}
              onBlur={field.onBlur}
              error={fieldState.error?.message}
            />
          )}
        />
      )}
      <div className={styles.grades}>
        {group(
          "grades",
          grades.map((grade) => ({ value: grade, label: grade })),
          t`PK is prekindergarten, K is kindergarten`,
        )}
      </div>
      {group(
        "times_of_day",
        times.map((time) => ({ value: time, label: timeName(time) })),
      )}
      {group(
        "weekdays",
        weekdays.map((day) => ({ value: day, label: weekdayName(day) })),
      )}
      <Select
        label={names.delivery}
        optional
        empty={t`Not known`}
        options={deliveries.map((each) => ({ value: each, label: deliveryName(each) }))}
        error={errors.delivery?.message}
        {...form.register("delivery")}
      />
      <Select
        label={names.supervision}
        hint={t`Volunteers too. It decides which papers and checks the district asks for.`}
        optional
        empty={t`Not known`}
        options={supervisions.map((each) => ({ value: each, label: supervisionName(each) }))}
        error={errors.supervision?.message}
        {...form.register("supervision")}
      />
      <NumberField
        label={names.capacity_students}
        unit={t`students`}
        hint={t`Leave it empty when it is not known`}
        whole
        optional
        error={errors.capacity_students?.message}
        {...form.register("capacity_students", {
          pattern: { value: /^[1-9]\d{0,4}$/, message: t`Enter how many students, as a whole number` },
        })}
      />
      <TextField
        label={names.cost_to_school}
        hint={t`In dollars, 0 when it is free; empty when it is not known`}
        optional
        inputMode="decimal"
        error={errors.cost_to_school?.message}
        {...form.register("cost_to_school", {
          pattern: { value: /^\d{1,10}(\.\d{1,2})?$/, message: t`Enter an amount in dollars, such as 45.00` },
        })}
      />
      <TextField
        label={names.languages}
        hint={t`Separate them with commas`}
        optional
        error={errors.languages?.message}
        {...form.register("languages")}
      />
      {group(
        "populations",
        populations.map(({ code, label }) => ({ value: code, label })),
        t`Leave all empty when it is not known`,
      )}
      <ProgramEvidence {...{ form, names }} />
    </Form>
  );
}
