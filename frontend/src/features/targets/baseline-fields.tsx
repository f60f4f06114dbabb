/** Where a target starts: counted, known as a value, or not known; of the same students as the target. */
import { clsx } from "clsx";
import { useLingui } from "@lingui/react/macro";
import { useWatch } from "react-hook-form";
import { NumberField } from "@/ui/fields/number-field";
import { RadioGroup } from "@/ui/fields/radio-group";
import { TextField } from "@/ui/fields/text-field";
import { readNumber, unitMark } from "./amounts";
import { isShare, unitOf, type DraftForm } from "./draft";
import styles from "./form.module.css";

export function BaselineFields({ form }: { form: DraftForm }) {
  const { t } = useLingui();
  const { errors } = form.formState;
  const [chosen, typedUnit] = useWatch({ control: form.control, name: ["baseline", "unit"] });
  const unit = unitOf({ unit: typedUnit });
  const baseline = chosen === "counts" && !isShare(unit) ? "value" : chosen;
  const counted = {
    value: "counts",
    label: t`Counted`,
    hint: t`So many of so many students, such as 49 of 96`,
  };
  const count = (value: string) => readNumber(value, true) !== null || t`Enter a whole number, such as 49`;
  return (
    <>
      <RadioGroup
        label={t`What is known of the start`}
        hint={t`For the same students the target is about, before the program or at its beginning`}
        choices={[
          ...(isShare(unit) ? [counted] : []),
          { value: "value", label: t`A value`, hint: t`Such as 0 at the start, or 51%` },
          { value: "none", label: t`Not known`, hint: t`Progress then has no beginning to be measured from` },
        ]}
        value={baseline}
        onChange={(event) => form.setValue("baseline", event.target.value, { shouldDirty: true })}
        name="baseline"
        error={errors.baseline?.message}
      />
      {baseline === "counts" && (
        <div className={styles.pair}>
          <NumberField
            label={t`How many`}
            whole
            error={errors.baseline_numerator?.message}
            {...form.register("baseline_numerator", { validate: count, shouldUnregister: false })}
          />
          <NumberField
            label={t`Of how many`}
            whole
            error={errors.baseline_denominator?.message}
            {...form.register("baseline_denominator", { validate: count, shouldUnregister: false })}
          />
        </div>
      )}
      {baseline === "value" && (
        <NumberField
          label={t`Value at the start`}
          unit={unitMark(unit)}
          error={errors.baseline_value?.message}
          {...form.register("baseline_value", {
            validate: (value) => readNumber(value) !== null || t`Enter a number, such as 51`,
          })}
        />
      )}
      {baseline !== "none" && (
        <div className={clsx(styles.pair, styles.wide)}>
          <TextField
            label={t`When it was measured`}
            hint={t`Such as October 2019`}
            optional
            error={errors.baseline_period?.message}
            {...form.register("baseline_period")}
          />
          <TextField
            label={t`Where the number is from`}
            hint={t`Such as Reading check of October 11`}
            optional
            error={errors.baseline_source?.message}
            {...form.register("baseline_source")}
          />
        </div>
      )}
    </>
  );
}
