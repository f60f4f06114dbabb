/** What a paper says, field by field; each kind has its own. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Controller, type UseFormReturn } from "react-hook-form";
import { parseMoney } from "@/lib/numbers";
import { Checkbox } from "@/ui/fields/checkbox";
import { DateField, isDay } from "@/ui/fields/date-field";
import { FileField } from "@/ui/fields/file-field";
import { Select } from "@/ui/fields/select";
import { TextArea } from "@/ui/fields/text-area";
import { TextField } from "@/ui/fields/text-field";
import { has, kindOf, scanFault, scanKinds, type Draft } from "./paper-draft";
import { fieldLabel, scanFaultWords } from "./paper-words";
import { coverageName, coverages, kindName, paperKinds } from "./words";
import styles from "./partner.module.css";

type Props = {
  form: UseFormReturn<Draft>;
  programs: readonly { id: string; name: string }[];
  /** The kind is chosen once. */
  isNew: boolean;
  /** Scans that are there already. */
  kept: readonly string[];
  onChoose: (file: File | null) => void;
};

export function PaperFields({ form, programs, isNew, kept, onChoose }: Props) {
  const { t } = useLingui();
  const { errors } = form.formState;
  const draft = { kind: form.watch("kind") };
  const amount = (value: string) =>
    value.trim() === "" || parseMoney(value) !== null || t`Enter an amount in dollars, such as 1,000,000`;
  const files = kept.join(", ");
  const choose = (file: File | null) => {
    const fault = file && scanFault(file);
    if (fault) form.setError("file", { type: "scan", message: scanFaultWords(fault) });
    else form.clearErrors("file");
    onChoose(fault ? null : file);
  };
  return (
    <div className={styles.stack}>
      {isNew && (
        <Select
          label={fieldLabel("kind")}
          options={paperKinds.map((value) => ({ value, label: kindName(value) }))}
          {...form.register("kind")}
        />
      )}
      {has(draft, "coverage") && (
        <Select
          label={fieldLabel("coverage")}
          empty={t`Choose one`}
          options={coverages.map((value) => ({ value, label: coverageName(value) }))}
          error={errors.coverage?.message}
          {...form.register("coverage")}
        />
      )}
      {has(draft, "carrier") && (
        <TextField
          label={fieldLabel("carrier")}
          error={errors.carrier?.message}
          {...form.register("carrier")}
        />
      )}
      {has(draft, "policy_number") && (
        <TextField
          label={fieldLabel("policy_number")}
          error={errors.policy_number?.message}
          {...form.register("policy_number")}
        />
      )}
      {has(draft, "limit_each") && (
        <div className={styles.pair}>
          <TextField
            label={fieldLabel("limit_each")}
            hint={t`In dollars`}
            inputMode="decimal"
            error={errors.limit_each?.message}
            {...form.register("limit_each", { validate: amount })}
          />
          <TextField
            label={fieldLabel("limit_aggregate")}
            hint={t`In dollars`}
            inputMode="decimal"
            optional
            error={errors.limit_aggregate?.message}
            {...form.register("limit_aggregate", { validate: amount })}
          />
        </div>
      )}
      {has(draft, "names_district") && (
        <Checkbox label={fieldLabel("names_district")} {...form.register("names_district")} />
      )}
      <div className={styles.pair}>
        <Day form={form} name="effective_on" />
        <Day form={form} name="expires_on" />
      </div>
      {programs.length > 1 && (
        <Select
          label={fieldLabel("program_id")}
          empty={t`All our programs`}
          options={programs.map(({ id, name }) => ({ value: id, label: name }))}
          error={errors.program_id?.message}
          {...form.register("program_id")}
        />
      )}
      <TextArea
        label={fieldLabel("note")}
        hint={t`The district reads this. No names of students.`}
        optional={kindOf(draft) !== "staff_present"}
        error={errors.note?.message}
        {...form.register("note", { maxLength: { value: 4000, message: t`Use at most 4,000 characters` } })}
      />
      <FileField
        label={fieldLabel("file")}
        name="file"
        accept={scanKinds}
        optional={kindOf(draft) === "staff_present" || kept.length > 0}
        hint={
          kept.length > 0 ? (
            <Trans>Kept already: {files}. PDF, PNG or JPEG, 25 MB at most.</Trans>
          ) : (
            <Trans>PDF, PNG or JPEG, 25 MB at most. A photo from a phone will do if it can be read.</Trans>
          )
        }
        error={errors.file?.message}
        onChoose={choose}
      />
    </div>
  );
}

function Day({ form, name }: { form: UseFormReturn<Draft>; name: "effective_on" | "expires_on" }) {
  const { t } = useLingui();
  const inOrder = (value: string) =>
    name === "effective_on" ||
    value === "" ||
    !isDay(form.getValues("effective_on")) ||
    form.getValues("effective_on") <= value ||
    t`The last day is before the first`;
  return (
    <Controller
      control={form.control}
      name={name}
      rules={{
        validate: (value) => {
          if (value !== "" && !isDay(value)) return t`Enter a day, such as 6 30 2021`;
          return inOrder(value);
        },
      }}
      render={({ field, fieldState }) => (
        <DateField
          label={fieldLabel(name)}
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
