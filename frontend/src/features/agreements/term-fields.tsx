/** From when to when, of which type, and on what terms. */
import { useLingui } from "@lingui/react/macro";
import { Controller } from "react-hook-form";
import { Checkbox } from "@/ui/fields/checkbox";
import { DateField } from "@/ui/fields/date-field";
import { NumberField } from "@/ui/fields/number-field";
import { Select } from "@/ui/fields/select";
import { TextArea } from "@/ui/fields/text-area";
import { TextField } from "@/ui/fields/text-field";
import type { AgreementForm } from "./form-model";
import { dayProblem, endProblem, fieldName, moneyProblem, noticeProblem } from "./form-words";
import { types } from "./search";
import { termName, typeName } from "./words";
import styles from "./form.module.css";

const terms = ["school_year", "summer", "multi_year", "custom"] as const;

export function TermFields({ form }: { form: AgreementForm }) {
  const { t } = useLingui();
  const { errors } = form.formState;
  return (
    <>
      <div className={styles.pair}>
        <Select
          label={fieldName("type")}
          options={types.map((value) => ({ value, label: typeName(value) }))}
          error={errors.type?.message}
          {...form.register("type")}
        />
        <Select
          label={fieldName("term_kind")}
          options={terms.map((value) => ({ value, label: termName(value) }))}
          error={errors.term_kind?.message}
          {...form.register("term_kind")}
        />
      </div>
      <div className={styles.pair}>
        <Controller
          control={form.control}
          name="starts_on"
          rules={{ validate: dayProblem }}
          render={({ field }) => (
            <DateField
              name={field.name}
              label={fieldName("starts_on")}
              hint={t`It counts from here, or from the last signature if that comes later.`}
              value={field.value}
              onChange={field.onChange}
              onBlur={field.onBlur}
              error={errors.starts_on?.message}
            />
          )}
        />
        <Controller
          control={form.control}
          name="ends_on"
          rules={{ validate: endProblem }}
          render={({ field }) => (
            <DateField
              name={field.name}
              label={fieldName("ends_on")}
              hint={t`It is in force all that day. It never renews itself.`}
              value={field.value}
              onChange={field.onChange}
              onBlur={field.onBlur}
              error={errors.ends_on?.message}
            />
          )}
        />
      </div>
      <div className={styles.pair}>
        <TextField
          label={fieldName("cost")}
          hint={t`What the district pays over the whole term, such as 4,200`}
          optional
          error={errors.cost?.message}
          {...form.register("cost", { validate: moneyProblem })}
        />
        <TextField
          label={fieldName("funding_source")}
          hint={t`Such as Title IV, Part A`}
          optional
          error={errors.funding_source?.message}
          {...form.register("funding_source", {
            maxLength: { value: 200, message: t`Use at most 200 characters` },
          })}
        />
      </div>
      <TextArea
        label={fieldName("financial_terms")}
        hint={t`Who pays what to whom: “$1,800 a year at each school for bus passes”.`}
        optional
        rows={2}
        error={errors.financial_terms?.message}
        {...form.register("financial_terms", {
          maxLength: { value: 4000, message: t`Use at most 4,000 characters` },
        })}
      />
      <NumberField
        label={fieldName("notice_days")}
        unit={t`days`}
        whole
        optional
        error={errors.notice_days?.message}
        {...form.register("notice_days", { validate: noticeProblem })}
      />
      <Checkbox
        label={fieldName("is_binding")}
        hint={t`A letter of agreement or a collaboration plan never binds, and lets no program work by itself.`}
        {...form.register("is_binding")}
      />
      <Checkbox
        label={fieldName("shares_student_records")}
        hint={t`Privacy then reviews it, and a separate data sharing agreement is needed.`}
        {...form.register("shares_student_records")}
      />
    </>
  );
}
