/** Single schools with another word than the one for all. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useFieldArray, useWatch, type UseFormReturn } from "react-hook-form";
import { Select } from "@/ui/fields/select";
import { TextArea } from "@/ui/fields/text-area";
import { Rows } from "../rows";
import type { Place } from "./api";
import { outcomes, type WordValues } from "./draft";
import { noteLabel, noteProblem } from "./form-words";
import { outcomeName } from "./words";
import styles from "./revisit.module.css";

type Props = { form: UseFormReturn<WordValues>; places: readonly Place[] };

export function ExceptionFields({ form, places }: Props) {
  const { t } = useLingui();
  const rows = useFieldArray({ control: form.control, name: "exceptions" });
  const errors = form.formState.errors.exceptions;
  const values = useWatch({ control: form.control, name: "exceptions" });
  const schools = places.flatMap(({ school }) => (school ? [{ value: school.id, label: school.name }] : []));
  const isTwice = (id: string) =>
    form.getValues("exceptions").filter((each) => each.school_id === id).length > 1;
  return (
    <div className={styles.others}>
      <h3>
        <Trans>Schools with another answer</Trans>
      </h3>
      <p>
        <Trans>Only where a school differs; all the others get the answer above.</Trans>
      </p>
      <Rows
        keys={rows.fields.map(({ id }) => id)}
        name={(index) => t`Exception ${index + 1}`}
        add={t`Answer differently for one school`}
        empty={<Trans>None so far.</Trans>}
        read={(index) => form.getValues(`exceptions.${index}`)}
        onAdd={() =>
          rows.append(
            { school_id: "", outcome: "", note: "" },
            { focusName: `exceptions.${rows.fields.length}.school_id` },
          )
        }
        onRemove={rows.remove}
        onRestore={(index, row) => rows.insert(index, row, { focusName: `exceptions.${index}.school_id` })}
      >
        {(index) => {
          const outcome = values[index]?.outcome ?? "";
          const number = index + 1;
          return (
            <>
              <Select
                label={t`School`}
                empty={t`Choose a school`}
                options={schools}
                error={errors?.[index]?.school_id?.message}
                {...form.register(`exceptions.${index}.school_id`, {
                  validate: (id) =>
                    id === ""
                      ? t`Exception ${number}: choose the school, or remove it`
                      : !isTwice(id) || t`Exception ${number}: this school has an answer of its own already`,
                })}
              />
              <Select
                label={t`How does it go on there?`}
                empty={t`Choose an answer`}
                options={outcomes.map((value) => ({ value, label: outcomeName(value) }))}
                error={errors?.[index]?.outcome?.message}
                {...form.register(`exceptions.${index}.outcome`, {
                  validate: (value) => value !== "" || t`Exception ${number}: choose how it goes on there`,
                })}
              />
              {(outcome === "revised" || outcome === "end") && (
                <TextArea
                  label={noteLabel(outcome)}
                  rows={2}
                  error={errors?.[index]?.note?.message}
                  {...form.register(`exceptions.${index}.note`, {
                    validate: (note) => noteProblem(outcome, note),
                  })}
                />
              )}
            </>
          );
        }}
      </Rows>
    </div>
  );
}
