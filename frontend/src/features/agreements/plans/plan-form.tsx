/** The editor of a plan: a page of plain questions, saved as a whole. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Controller, FormProvider } from "react-hook-form";
import { Button } from "@/ui/actions/button";
import { DateField } from "@/ui/fields/date-field";
import { Form, FormNote } from "@/ui/fields/form";
import { RadioGroup } from "@/ui/fields/radio-group";
import { TextArea } from "@/ui/fields/text-area";
import { TextField } from "@/ui/fields/text-field";
import { Section } from "@/ui/page/section";
import { ExpectationFields } from "../expectation-fields";
import { dayProblem, endProblem } from "../form-words";
import { planFieldName, type FormOfPlan, type PlanValues } from "./form-model";
import { kindName } from "./words";
import styles from "../form.module.css";

type Props = {
  form: FormOfPlan;
  onSubmit: (values: PlanValues) => Promise<void>;
  /** Where there is nothing to save until a choice is made. */
  isBlocked?: boolean;
  cancel: ReactNode;
};

const kinds = ["collaboration_plan", "letter_of_agreement", "expectations_worksheet"] as const;

export function PlanForm({ form, onSubmit, isBlocked = false, cancel }: Props) {
  const { t } = useLingui();
  const { errors, isSubmitting } = form.formState;
  const tooLong = { value: 4000, message: t`Use at most 4,000 characters` };
  const prose = (field: "vision" | "schedule" | "participants" | "communication", hint: string) => (
    <TextArea
      label={planFieldName(field)}
      hint={hint}
      optional
      rows={field === "vision" ? 3 : 2}
      error={errors[field]?.message}
      {...form.register(field, { maxLength: tooLong })}
    />
  );
  return (
    <Form
      form={form}
      label={t`Site plan`}
      onSubmit={onSubmit}
      actions={
        !isBlocked && (
          <>
            <Button kind="primary" type="submit" working={isSubmitting ? <Trans>Saving…</Trans> : undefined}>
              <Trans>Save the plan</Trans>
            </Button>
            {cancel}
          </>
        )
      }
    >
      <FormNote>
        <Trans>You can save with parts still empty and come back. Nobody is asked yet.</Trans>
      </FormNote>
      <div className={styles.parts}>
        <Section heading={t`What, when, where and for whom`}>
          <div className={styles.stack}>
            {prose("vision", t`What should be better for students at this school by the last day.`)}
            {prose("schedule", t`Days and times: “Tuesday and Thursday, 3:45 to 5:00 pm”.`)}
            <TextField
              label={planFieldName("place")}
              hint={t`Such as “Room 112, the library when it rains”.`}
              optional
              error={errors.place?.message}
              {...form.register("place", {
                maxLength: { value: 200, message: t`Use at most 200 characters` },
              })}
            />
            {prose("participants", t`Which students and how many, never by name.`)}
            {prose(
              "communication",
              t`Who talks with whom, how often, and who is called when a session is cancelled.`,
            )}
          </div>
        </Section>
        <Section heading={planFieldName("expectations")}>
          <FormProvider {...form}>
            <ExpectationFields />
          </FormProvider>
        </Section>
        <Section heading={t`Days and kind`}>
          <div className={styles.stack}>
            <div className={styles.pair}>
              <Controller
                control={form.control}
                name="starts_on"
                rules={{ validate: dayProblem }}
                render={({ field: { name, value, onChange, onBlur } }) => (
                  <DateField
                    {...{ name, value, onChange, onBlur }}
                    label={planFieldName("starts_on")}
                    error={errors.starts_on?.message}
                  />
                )}
              />
              <Controller
                control={form.control}
                name="ends_on"
                rules={{ validate: (value, all) => endProblem(value, all) }}
                render={({ field: { name, value, onChange, onBlur } }) => (
                  <DateField
                    {...{ name, value, onChange, onBlur }}
                    label={planFieldName("ends_on")}
                    hint={t`Not after the agreement’s last day.`}
                    error={errors.ends_on?.message}
                  />
                )}
              />
            </div>
            <RadioGroup
              label={planFieldName("kind")}
              choices={kinds.map((value) => ({ value, label: kindName(value) }))}
              {...form.register("kind")}
            />
          </div>
        </Section>
      </div>
    </Form>
  );
}
