/** What becomes of student records when an agreement ends early: asked of whoever ends it. */
import { useLingui } from "@lingui/react/macro";
import { Controller, type UseFormReturn } from "react-hook-form";
import { DateField } from "@/ui/fields/date-field";
import { RadioGroup } from "@/ui/fields/radio-group";
import { optionalDayProblem } from "../form-words";
import { dispositionName, dispositions } from "./words";

export type EndValues = {
  reason: string;
  ceases_on: string;
  for_cause: boolean;
  papers: string;
  student_data: string;
  student_data_due_on: string;
};

export function RecordsFields({ form }: { form: UseFormReturn<EndValues> }) {
  const { t } = useLingui();
  const { errors } = form.formState;
  const chosen = form.watch("student_data");
  return (
    <>
      <RadioGroup
        label={t`What becomes of the student records?`}
        choices={dispositions.map((value) => ({ value, label: dispositionName(value) }))}
        error={errors.student_data?.message}
        {...form.register("student_data", {
          validate: (value) => value !== "" || t`Say what becomes of the student records`,
        })}
      />
      {(chosen === "destroy" || chosen === "return") && (
        <Controller
          control={form.control}
          name="student_data_due_on"
          rules={{ validate: optionalDayProblem }}
          render={({ field: { name, value, onChange, onBlur } }) => (
            <DateField
              {...{ name, value, onChange, onBlur }}
              label={t`By which day?`}
              hint={t`Empty: as the data sharing agreement says.`}
              error={errors.student_data_due_on?.message}
            />
          )}
        />
      )}
    </>
  );
}
