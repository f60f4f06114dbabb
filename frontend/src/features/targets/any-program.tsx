/** A program found by its name, for the district office, which has too many to choose from. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Controller } from "react-hook-form";
import { ComboBox } from "@/ui/fields/combo-box";
import { programsQuery } from "./api";
import { chooseProgram } from "./choose-program";
import type { DraftForm } from "./draft";

export function AnyProgram({ form }: { form: DraftForm }) {
  const { t } = useLingui();
  const [typed, setTyped] = useState("");
  const found = useQuery(programsQuery(typed.split(",")[0]?.trim() ?? ""));
  const programs = found.data?.items ?? [];
  return (
    <Controller
      control={form.control}
      name="program_id"
      rules={{ required: t`Choose the program the target is for` }}
      render={({ field, fieldState }) => (
        <ComboBox
          name={field.name}
          label={t`Program`}
          hint={t`Type part of its name`}
          items={programs.map(({ id, name, partner }) => ({ id, label: `${name}, ${partner.name}` }))}
          loading={found.isFetching}
          onSearch={setTyped}
          value={field.value || null}
          onBlur={field.onBlur}
          onChange={(id) => {
            const name = programs.find((program) => program.id === id)?.name;
            chooseProgram(form, id ?? "", name, (program) => t`Students in ${program}`);
          }}
          error={fieldState.error?.message}
        />
      )}
    />
  );
}
