/** One element in words; what is still missing for review says so at its field. */
import { useLingui } from "@lingui/react/macro";
import { TextArea } from "@/ui/fields/text-area";
import type { DataForm, ProseName } from "./model";

type Props = {
  form: DataForm;
  lacks: (field: string) => boolean;
  name: ProseName | "data_elements" | "directory_elements";
  label: string;
  hint?: string;
  optional?: boolean;
};

export function ProseField({ form, lacks, name, label, hint, optional = false }: Props) {
  const { t } = useLingui();
  const needed = lacks(name) ? t`Needed before it is sent for review.` : "";
  const words = [hint, needed].filter(Boolean).join(" ");
  return (
    <TextArea
      label={label}
      rows={2}
      {...(words && { hint: words })}
      {...(optional && { optional })}
      error={form.formState.errors[name]?.message}
      {...form.register(name, { maxLength: { value: 4000, message: t`Use at most 4,000 characters` } })}
    />
  );
}
