/** The fields of a requirement; which of them are there depends on the paper and on what may still change. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Controller, useWatch } from "react-hook-form";
import { parseMoney } from "@/lib/numbers";
import { Button } from "@/ui/actions/button";
import { DateField } from "@/ui/fields/date-field";
import { Form } from "@/ui/fields/form";
import { NumberField } from "@/ui/fields/number-field";
import { Select } from "@/ui/fields/select";
import { TextArea } from "@/ui/fields/text-area";
import { TextField } from "@/ui/fields/text-field";
import { Boxes, type DraftForm } from "./requirements-boxes";
import { RequirementConditions } from "./requirements-conditions";
import { insteads, requirementKinds, type Draft } from "./requirements-draft";
import { draftName, insteadName } from "./requirements-form-words";
import type { Mode } from "./requirements-mode";
import { checkKinds, checkName, coverageName, coverages, kindName } from "./words";

type Props = {
  form: DraftForm;
  mode: Mode;
  submit: (draft: Draft) => Promise<void>;
  /** What is wrong with the day, in words. */
  dayError: (day: string) => string | null;
  onClose: () => void;
};

export function RequirementsFields({ form, mode, submit, dayError, onClose }: Props) {
  const { t } = useLingui();
  const { errors, isSubmitting } = form.formState;
  return (
    <Form
      form={form}
      label={t`Requirement`}
      onSubmit={submit}
      actions={
        <>
          <Button kind="primary" type="submit" working={isSubmitting ? <Trans>Saving…</Trans> : undefined}>
            {mode === "add" ? <Trans>Ask for it</Trans> : <Trans>Save</Trans>}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </>
      }
    >
      {mode === "add" && (
        <Select
          label={draftName("kind")}
          options={requirementKinds.map((kind) => ({ value: kind, label: kindName(kind) }))}
          {...form.register("kind")}
        />
      )}
      <TextField
        label={draftName("title")}
        hint={t`It stands wherever the paper is missing: “General liability insurance is missing.”`}
        error={errors.title?.message}
        {...form.register("title", {
          maxLength: { value: 200, message: t`Use at most 200 letters` },
          validate: (value) => value.trim() !== "" || t`Give it a name`,
        })}
      />
      {mode !== "words" && <Terms form={form} dayError={dayError} />}
      <TextArea
        label={draftName("note")}
        optional
        error={errors.note?.message}
        {...form.register("note", { maxLength: { value: 4000, message: t`Use at most 4,000 characters` } })}
      />
    </Form>
  );
}

function Terms({ form, dayError }: Pick<Props, "form" | "dayError">) {
  const { t } = useLingui();
  const { errors } = form.formState;
  const kind = useWatch({ control: form.control, name: "kind" });
  const isInsurance = kind === "insurance_certificate";
  const amount = (typed: string) =>
    typed.trim() === "" || parseMoney(typed) !== null || t`Enter an amount, such as 1,000,000`;
  return (
    <>
      {(isInsurance || kind === "endorsement") && (
        <Select
          label={draftName("coverage")}
          options={coverages.map((one) => ({ value: one, label: coverageName(one) }))}
          {...(isInsurance ? {} : { empty: t`Any insurance` })}
          error={errors.coverage?.message}
          {...form.register("coverage")}
        />
      )}
      {isInsurance && (
        <>
          <NumberField
            label={draftName("min_each")}
            unit={t`dollars`}
            optional
            error={errors.min_each?.message}
            {...form.register("min_each", { validate: amount })}
          />
          <NumberField
            label={draftName("min_aggregate")}
            unit={t`dollars`}
            optional
            error={errors.min_aggregate?.message}
            {...form.register("min_aggregate", { validate: amount })}
          />
        </>
      )}
      {kind === "background_check" && (
        <>
          <Boxes
            form={form}
            name="check_kinds"
            choices={checkKinds.map((one) => ({ value: one, label: checkName(one) }))}
            isNeeded={t`Choose at least one check`}
          />
          <Boxes
            form={form}
            name="accepts_instead"
            choices={insteads.map((one) => ({ value: one, label: insteadName(one) }))}
          />
        </>
      )}
      <NumberField
        label={draftName("months")}
        hint={t`Counted from the day on the paper. Empty: as long as the paper itself says.`}
        unit={t`months`}
        whole
        optional
        error={errors.months?.message}
        {...form.register("months", {
          validate: (value) =>
            value.trim() === "" ||
            (/^\d{1,3}$/.test(value.trim()) && Number(value) >= 1 && Number(value) <= 240) ||
            t`Enter whole months from 1 to 240`,
        })}
      />
      <RequirementConditions form={form} />
      <Controller
        control={form.control}
        name="enforced_from"
        rules={{ validate: (value) => dayError(value) ?? true }}
        render={({ field, fieldState }) => (
          <DateField
            label={draftName("enforced_from")}
            hint={t`Until then a missing paper is due and keeps nobody out.`}
            name={field.name}
            value={field.value}
            onChange={field.onChange}
            onBlur={field.onBlur}
            error={fieldState.error?.message}
          />
        )}
      />
    </>
  );
}
