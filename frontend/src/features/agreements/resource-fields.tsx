/** Who gives what, by when, worth how much, at which school. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { Controller, useFieldArray, useWatch } from "react-hook-form";
import type { SchoolItem } from "@/api/gen/types.gen";
import { DateField } from "@/ui/fields/date-field";
import { Select } from "@/ui/fields/select";
import { TextArea } from "@/ui/fields/text-area";
import { TextField } from "@/ui/fields/text-field";
import type { Agreement } from "./api";
import { schoolsQuery } from "./choices";
import { emptyResource, type AgreementForm } from "./form-model";
import { moneyProblem, optionalDayProblem, partyOptions } from "./form-words";
import { Rows } from "./rows";
import styles from "./form.module.css";

type Props = { form: AgreementForm; agreement?: Agreement | undefined };

export function ResourceFields({ form, agreement }: Props) {
  const { t } = useLingui();
  const rows = useFieldArray({ control: form.control, name: "resources" });
  const schools = useChosenSchools(form, agreement);
  return (
    <Rows
      keys={rows.fields.map(({ id }) => id)}
      name={(index) => t`Promise ${index + 1}`}
      add={t`Add what somebody gives`}
      empty={
        <Trans>Nothing yet. For example: the school, “The gym, three afternoons”, by February 24.</Trans>
      }
      read={(index) => form.getValues(`resources.${index}`)}
      onAdd={() => rows.append(emptyResource, { focusName: `resources.${rows.fields.length}.party` })}
      onRemove={rows.remove}
      onRestore={(index, row) => rows.insert(index, row, { focusName: `resources.${index}.text` })}
    >
      {(index) => <Resource form={form} index={index} schools={schools} />}
    </Rows>
  );
}

type RowProps = { form: AgreementForm; index: number; schools: readonly { id: string; name: string }[] };

function Resource({ form, index, schools }: RowProps) {
  const { t } = useLingui();
  const errors = form.formState.errors.resources?.[index];
  return (
    <>
      <div className={styles.pair}>
        <Select
          label={t`Who`}
          options={partyOptions.resources()}
          {...form.register(`resources.${index}.party`)}
        />
        {schools.length > 0 && (
          <Select
            label={t`Where`}
            empty={t`At each school`}
            options={schools.map(({ id, name }) => ({ value: id, label: name }))}
            error={errors?.school_id?.message}
            {...form.register(`resources.${index}.school_id`)}
          />
        )}
      </div>
      <TextArea
        label={t`Gives what`}
        rows={2}
        error={errors?.text?.message}
        {...form.register(`resources.${index}.text`, {
          validate: (value) =>
            value.trim() !== "" || t`Promise ${index + 1}: write down what is given, or remove it`,
          maxLength: { value: 4000, message: t`Use at most 4,000 characters` },
        })}
      />
      <div className={styles.pair}>
        <Controller
          control={form.control}
          name={`resources.${index}.promised_by_on`}
          rules={{ validate: optionalDayProblem }}
          render={({ field }) => (
            <DateField
              name={field.name}
              label={t`By which day`}
              optional
              value={field.value}
              onChange={field.onChange}
              onBlur={field.onBlur}
              error={errors?.promised_by_on?.message}
            />
          )}
        />
        <TextField
          label={t`Worth, in dollars`}
          inputMode="decimal"
          optional
          error={errors?.value?.message}
          {...form.register(`resources.${index}.value`, { validate: moneyProblem })}
        />
      </div>
    </>
  );
}

/** The schools named above, by name, from what has been loaded to choose among. */
function useChosenSchools(form: AgreementForm, agreement: Agreement | undefined) {
  const chosen = useWatch({ control: form.control, name: "school_ids" });
  const queries = useQueryClient();
  const loaded = [true, false].flatMap(
    (mine) => queries.getQueryData<SchoolItem[]>(schoolsQuery(mine).queryKey) ?? [],
  );
  const known = [...(agreement?.schools ?? []).map(({ school }) => school), ...loaded];
  return chosen.flatMap((id) => known.find((each) => each.id === id) ?? []);
}
