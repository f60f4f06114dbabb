/** What a program is worth and what shows that it works: asked of nobody who only wants to be found. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Controller, type UseFormReturn } from "react-hook-form";
import { CheckboxGroup } from "@/ui/fields/checkbox";
import { Select } from "@/ui/fields/select";
import { TextField } from "@/ui/fields/text-field";
import { Disclosure } from "@/ui/page/disclosure";
import { outcomesQuery } from "./program-api";
import type { Draft } from "./program-draft";
import { tierName, tiers } from "./tiers";

const fields = ["est_value", "outcomes", "logic_model_url", "evaluation_url", "evidence_tier"] as const;

type Props = { form: UseFormReturn<Draft>; names: Record<keyof Draft, string> };

export function ProgramEvidence({ form, names }: Props) {
  const { t } = useLingui();
  const { errors } = form.formState;
  const outcomes = useQuery(outcomesQuery).data?.items ?? [];
  const told = form.formState.defaultValues;
  const isTold = fields.some((field) => (told?.[field]?.length ?? 0) > 0 || errors[field]);
  const address = {
    pattern: {
      value: /^https?:\/\/\S+$/,
      message: t`Enter the whole address, such as https://example.org`,
    },
  };
  return (
    <Disclosure summary={<Trans>What it is worth, and what shows that it works</Trans>} open={isTold}>
      <TextField
        label={names.est_value}
        hint={t`In dollars a year, as if it were paid for; for the district’s accounts, never an invoice`}
        optional
        inputMode="decimal"
        error={errors.est_value?.message}
        {...form.register("est_value", {
          pattern: { value: /^\d{1,10}(\.\d{1,2})?$/, message: t`Enter an amount in dollars, such as 45.00` },
        })}
      />
      {outcomes.length > 0 && (
        <Controller
          control={form.control}
          name="outcomes"
          render={({ field, fieldState }) => (
            <CheckboxGroup
              label={names.outcomes}
              optional
              name="outcomes"
              choices={outcomes.map(({ code, label }) => ({ value: code, label }))}
              value={field.value}
              onChange={field.onChange}
              error={fieldState.error?.message}
            />
          )}
        />
      )}
      <Select
        label={names.evidence_tier}
        hint={t`The levels of the Every Student Succeeds Act`}
        optional
        empty={t`Not known`}
        options={tiers.map((each) => ({ value: each, label: tierName(each) }))}
        error={errors.evidence_tier?.message}
        {...form.register("evidence_tier")}
      />
      <TextField
        label={names.logic_model_url}
        hint={t`Where the page or file is that says how it is meant to work`}
        type="url"
        optional
        error={errors.logic_model_url?.message}
        {...form.register("logic_model_url", address)}
      />
      <TextField
        label={names.evaluation_url}
        hint={t`Where somebody else’s study of it can be read`}
        type="url"
        optional
        error={errors.evaluation_url?.message}
        {...form.register("evaluation_url", address)}
      />
    </Disclosure>
  );
}
