/** The sections of a template, one after the other, with the names that may stand in braces at hand. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useFieldArray, useFormContext } from "react-hook-form";
import { Actions, Button } from "@/ui/actions/button";
import { Checkbox } from "@/ui/fields/checkbox";
import { TextArea } from "@/ui/fields/text-area";
import { TextField } from "@/ui/fields/text-field";
import { Disclosure } from "@/ui/page/disclosure";
import { Rows } from "../rows";
import { emptySection, type TemplateValues } from "./draft";
import { placeholderName, placeholders } from "./words";

type Caret = { part: "text" | "items"; at: number };

/** `kept`: the codes of sections that the type has to say. */
export function SectionFields({ kept }: { kept: readonly string[] }) {
  const { t } = useLingui();
  const form = useFormContext<TemplateValues>();
  const rows = useFieldArray({ control: form.control, name: "sections" });
  const isKept = (index: number) => kept.includes(form.getValues(`sections.${index}.code`));
  return (
    <Rows
      keys={rows.fields.map(({ id }) => id)}
      name={(index) => t`Section ${index + 1}`}
      add={t`Add a section`}
      empty={<Trans>Nothing yet. For example: “Conduct”, “Safety of students”, “Insurance”.</Trans>}
      read={(index) => form.getValues(`sections.${index}`)}
      onAdd={() => rows.append(emptySection, { focusName: `sections.${rows.fields.length}.heading` })}
      onRemove={rows.remove}
      onRestore={(index, row) => rows.insert(index, row, { focusName: `sections.${index}.heading` })}
      onMove={rows.move}
      stays={(index) =>
        isKept(index) && <Trans>It stays: every agreement of this type has to say it, in your words.</Trans>
      }
    >
      {(index) => <OneSection index={index} isKept={isKept(index)} />}
    </Rows>
  );
}

function OneSection({ index, isKept }: { index: number; isKept: boolean }) {
  const { t } = useLingui();
  const form = useFormContext<TemplateValues>();
  const [caret, setCaret] = useState<Caret | null>(null);
  const errors = form.formState.errors.sections?.[index];
  const isClause = form.watch(`sections.${index}.is_clause`);
  const left = (part: Caret["part"]) => ({
    onBlur: (event: { target: { selectionStart?: number } }) => {
      setCaret({ part, at: event.target.selectionStart ?? 0 });
    },
  });
  const putIn = (name: string) => {
    const field = `sections.${index}.${caret?.part ?? "text"}` as const;
    const typed = form.getValues(field);
    const at = caret?.at ?? typed.length;
    form.setValue(field, `${typed.slice(0, at)}{${name}}${typed.slice(at)}`, { shouldDirty: true });
    form.setFocus(field);
  };
  return (
    <>
      <TextField
        label={t`Heading`}
        error={errors?.heading?.message}
        {...form.register(`sections.${index}.heading`, {
          validate: (value) => value.trim() !== "" || t`Section ${index + 1}: enter a heading`,
          maxLength: { value: 200, message: t`Use at most 200 characters` },
        })}
      />
      <TextArea
        label={t`Text`}
        hint={t`One paragraph on each line.`}
        optional
        error={errors?.text?.message}
        {...form.register(`sections.${index}.text`, left("text"))}
      />
      <TextArea
        label={t`List`}
        hint={t`One item on each line.`}
        optional
        rows={3}
        error={errors?.items?.message}
        {...form.register(`sections.${index}.items`, left("items"))}
      />
      <Disclosure summary={t`Put in what each agreement says itself`}>
        <Actions>
          {placeholders.map((name) => (
            <Button key={name} small onClick={() => putIn(name)}>
              {placeholderName(name)}
            </Button>
          ))}
        </Actions>
      </Disclosure>
      {!isKept && (
        <Checkbox
          label={t`It is a clause of the checklist`}
          hint={t`Both sides say how far they are with it.`}
          {...form.register(`sections.${index}.is_clause`)}
        />
      )}
      {isClause && (
        <Checkbox
          label={t`It has to be finalized before signing`}
          {...form.register(`sections.${index}.is_required`)}
        />
      )}
    </>
  );
}
