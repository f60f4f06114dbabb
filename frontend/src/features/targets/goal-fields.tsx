/** What is to be reached, as a value or from the baseline, and what that comes to. */
import { useLingui } from "@lingui/react/macro";
import { useWatch } from "react-hook-form";
import { NumberField } from "@/ui/fields/number-field";
import { Select } from "@/ui/fields/select";
import { readNumber, unitMark } from "./amounts";
import { methodName, methods } from "./definition-words";
import { unitOf, type DraftForm } from "./draft";

export function GoalFields({ form }: { form: DraftForm }) {
  const { t } = useLingui();
  const { errors } = form.formState;
  const [method, unit] = useWatch({ control: form.control, name: ["target_method", "unit"] });
  const mark =
    method === "percentage_point"
      ? t`points`
      : method === "percent_improvement"
        ? "%"
        : unitMark(unitOf({ unit }));
  return (
    <>
      <Select
        label={t`How the target is set`}
        options={methods.map((value) => ({ value, label: methodName(value) }))}
        error={errors.target_method?.message}
        {...form.register("target_method")}
      />
      {method !== "maintain_baseline" && (
        <NumberField
          label={
            method === "percentage_point"
              ? t`How many points`
              : method === "percent_improvement"
                ? t`How many percent of the baseline`
                : t`Value to reach`
          }
          hint={t`Without one it informs only: it is never on or off track`}
          optional
          unit={mark}
          error={errors.target_input?.message}
          {...form.register("target_input", {
            validate: (value) =>
              value.trim() === "" || readNumber(value) !== null || t`Enter a number, such as 85`,
          })}
        />
      )}
    </>
  );
}
