/** The five ratings, each a row of five: low at the left, high at the right. */
import { useLingui } from "@lingui/react/macro";
import type { UseFormReturn } from "react-hook-form";
import { RadioGroup } from "@/ui/fields/radio-group";
import type { NewDraft } from "./need-draft";
import { ratingHint } from "./need-words";
import { ratingName, ratings } from "./words";
import styles from "./need-form.module.css";

export function RatingFields({ form }: { form: UseFormReturn<NewDraft> }) {
  const { t } = useLingui();
  const { errors } = form.formState;
  const choices = [
    { value: "1", label: t`1, low` },
    { value: "2", label: "2" },
    { value: "3", label: "3" },
    { value: "4", label: "4" },
    { value: "5", label: t`5, high` },
  ];
  return (
    <div className={styles.scale}>
      {ratings.map((key) => (
        <RadioGroup
          key={key}
          label={ratingName(key)}
          hint={ratingHint(key)}
          optional
          choices={choices}
          error={errors[key]?.message}
          {...form.register(key)}
        />
      ))}
    </div>
  );
}
