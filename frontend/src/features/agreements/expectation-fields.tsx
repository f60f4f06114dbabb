/** Who does what, one thing in a row. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useFieldArray, useFormContext } from "react-hook-form";
import { Select } from "@/ui/fields/select";
import { TextArea } from "@/ui/fields/text-area";
import { emptyExpectation, type ExpectationValues } from "./form-model";
import { partyOptions } from "./form-words";
import { Rows } from "./rows";
import { topicName } from "./words";
import styles from "./form.module.css";

const topics = [
  "staffing",
  "schedule",
  "space",
  "recruitment_referral",
  "communication",
  "family_contact",
  "materials",
  "data",
  "safety",
  "facilities",
  "dispute_resolution",
  "revisit",
] as const;

/** Of the form around it: an agreement's, or a site plan's. */
export function ExpectationFields() {
  const { t } = useLingui();
  const form = useFormContext<{ expectations: ExpectationValues[] }>();
  const rows = useFieldArray({ control: form.control, name: "expectations" });
  const errors = form.formState.errors.expectations;
  return (
    <Rows
      keys={rows.fields.map(({ id }) => id)}
      name={(index) => t`Task ${index + 1}`}
      add={t`Add what somebody does`}
      empty={
        <Trans>Nothing yet. For example: the partner, staffing, “Every tutor has a background check”.</Trans>
      }
      read={(index) => form.getValues(`expectations.${index}`)}
      onAdd={() => rows.append(emptyExpectation, { focusName: `expectations.${rows.fields.length}.party` })}
      onRemove={rows.remove}
      onRestore={(index, row) => rows.insert(index, row, { focusName: `expectations.${index}.text` })}
    >
      {(index) => (
        <>
          <div className={styles.pair}>
            <Select
              label={t`Who`}
              options={partyOptions.expectations()}
              {...form.register(`expectations.${index}.party`)}
            />
            <Select
              label={t`About`}
              options={topics.map((value) => ({ value, label: topicName(value) }))}
              {...form.register(`expectations.${index}.topic`)}
            />
          </div>
          <TextArea
            label={t`Does what`}
            rows={2}
            error={errors?.[index]?.text?.message}
            {...form.register(`expectations.${index}.text`, {
              validate: (value) =>
                value.trim() !== "" || t`Task ${index + 1}: write down what is done, or remove it`,
              maxLength: { value: 4000, message: t`Use at most 4,000 characters` },
            })}
          />
        </>
      )}
    </Rows>
  );
}
