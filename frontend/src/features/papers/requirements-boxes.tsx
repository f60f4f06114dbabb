/** Ticks of a requirement's form: several of a short list, none meaning all. */
import { Controller } from "react-hook-form";
import { CheckboxGroup, type Choice } from "@/ui/fields/checkbox";
import type { useForm } from "@/ui/fields/use-form";
import type { Draft } from "./requirements-draft";
import { draftName } from "./requirements-form-words";

export type DraftForm = ReturnType<typeof useForm<Draft>>;

type BoxesProps = {
  form: DraftForm;
  name: "check_kinds" | "accepts_instead" | "deliveries" | "times_of_day" | "grades" | "place" | "org_types";
  choices: readonly Choice[];
  hint?: string;
  /** What to say when none is ticked, where one has to be. */
  isNeeded?: string;
};

export function Boxes({ form, name, choices, hint, isNeeded }: BoxesProps) {
  return (
    <Controller
      control={form.control}
      name={name}
      rules={{ validate: (value) => isNeeded === undefined || value.length > 0 || isNeeded }}
      render={({ field, fieldState }) => (
        <CheckboxGroup
          name={field.name}
          label={draftName(name)}
          hint={hint}
          optional={isNeeded === undefined}
          choices={choices}
          value={field.value}
          onChange={field.onChange}
          error={fieldState.error?.message}
        />
      )}
    />
  );
}
