/** The fields of a need: what it is, for whom, how much it matters, who addresses it. What is not said stays unknown. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Controller, type Control, type UseFormReturn } from "react-hook-form";
import { Button } from "@/ui/actions/button";
import { CheckboxGroup, type Choice } from "@/ui/fields/checkbox";
import { Form, FormNote } from "@/ui/fields/form";
import { NumberField } from "@/ui/fields/number-field";
import { RadioGroup } from "@/ui/fields/radio-group";
import { Select } from "@/ui/fields/select";
import { TextArea } from "@/ui/fields/text-area";
import { TextField } from "@/ui/fields/text-field";
import { Section } from "@/ui/page/section";
import { areasQuery, populationsQuery } from "./api";
import { grades, meetings, times, type NewDraft } from "./need-draft";
import { meetName } from "./meet-name";
import { fieldName, meetHint } from "./need-words";
import { RatingFields } from "./rating-fields";
import { timeName } from "./words";
import styles from "./need-form.module.css";

type Props = {
  form: UseFormReturn<NewDraft>;
  label: string;
  action: ReactNode;
  cancel: ReactNode;
  onSubmit: (draft: NewDraft) => Promise<void>;
  /** What shows the need, where it is named together with it. */
  children?: ReactNode;
};

export function NeedForm({ form, label, action, cancel, onSubmit, children }: Props) {
  const { t } = useLingui();
  const areas = useSuspenseQuery(areasQuery).data.items;
  const { errors, isSubmitting } = form.formState;
  return (
    <Form
      form={form}
      label={label}
      onSubmit={onSubmit}
      actions={
        <>
          <Button kind="primary" type="submit" working={isSubmitting ? <Trans>Saving…</Trans> : undefined}>
            {action}
          </Button>
          {cancel}
        </>
      }
    >
      <FormNote />
      <Section heading={<Trans>The need</Trans>} headingHidden>
        <TextField
          label={fieldName("title")}
          hint={t`A few words, such as “Reading in the early grades”`}
          error={errors.title?.message}
          {...form.register("title", {
            validate: (value) => value.trim() !== "" || t`Enter a title for the need`,
          })}
        />
        <Select
          label={fieldName("area_code")}
          empty={t`Choose an area`}
          options={areas.map((area) => ({ value: area.code, label: area.label }))}
          error={errors.area_code?.message}
          {...form.register("area_code", { required: t`Choose the area it belongs to` })}
        />
        <TextArea
          label={fieldName("current_condition")}
          hint={t`A sentence. A priority need has one.`}
          rows={3}
          optional
          error={errors.current_condition?.message}
          {...form.register("current_condition")}
        />
        <TextArea
          label={fieldName("desired_condition")}
          hint={t`What would be different, and by when`}
          rows={3}
          optional
          error={errors.desired_condition?.message}
          {...form.register("desired_condition")}
        />
        <TextArea
          label={fieldName("root_causes")}
          hint={t`What lies behind it, as far as you know`}
          rows={3}
          optional
          error={errors.root_causes?.message}
          {...form.register("root_causes")}
        />
      </Section>
      {children}
      <Students form={form} />
      <Section
        heading={<Trans>How much it matters</Trans>}
        note={
          <Trans>
            A priority need has all five ratings. Their mean puts the needs in order; you can change the order
            by hand, with a reason. Partners do not see ratings.
          </Trans>
        }
      >
        <RatingFields form={form} />
      </Section>
      <Section heading={<Trans>Who addresses it</Trans>} headingHidden>
        <RadioGroup
          label={fieldName("meet_via_partnership")}
          choices={meetings.map((meeting) => ({
            value: meeting,
            label: meetName(meeting),
            hint: meetHint(meeting),
          }))}
          error={errors.meet_via_partnership?.message}
          {...form.register("meet_via_partnership")}
        />
      </Section>
    </Form>
  );
}

function Students({ form }: { form: UseFormReturn<NewDraft> }) {
  const { t } = useLingui();
  const populations = useSuspenseQuery(populationsQuery).data.items;
  const { errors } = form.formState;
  return (
    <Section heading={<Trans>Who it is about</Trans>}>
      <NumberField
        label={fieldName("est_students")}
        whole
        optional
        unit={t`students`}
        error={errors.est_students?.message}
        {...form.register("est_students", {
          validate: (value) => /^\s*\d{0,6}\s*$/.test(value) || t`Enter a whole number, such as 45`,
        })}
      />
      <div className={styles.many}>
        <Several
          control={form.control}
          name="grades"
          hint={t`PK is prekindergarten, K is kindergarten. Grades may have gaps.`}
          choices={grades.map((grade) => ({ value: grade, label: grade }))}
        />
      </div>
      <Several
        control={form.control}
        name="times_of_day"
        hint={t`When could help take place?`}
        choices={times.map((time) => ({ value: time, label: begun(timeName(time)) }))}
      />
      <TextField
        label={fieldName("languages")}
        hint={t`That whoever helps should speak; separate them with commas`}
        optional
        error={errors.languages?.message}
        {...form.register("languages")}
      />
      <div className={styles.group}>
        <Several
          control={form.control}
          name="populations"
          choices={populations.map(({ code, label }) => ({ value: code, label }))}
        />
      </div>
    </Section>
  );
}

/** Words of a sentence as a choice of their own. */
const begun = (words: string) => words.charAt(0).toLocaleUpperCase() + words.slice(1);

type SeveralProps = {
  control: Control<NewDraft>;
  name: "grades" | "populations" | "times_of_day";
  choices: readonly Choice[];
  hint?: string;
};

function Several({ control, name, choices, hint }: SeveralProps) {
  return (
    <Controller
      control={control}
      name={name}
      render={({ field, fieldState }) => (
        <CheckboxGroup
          label={fieldName(name)}
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
}
