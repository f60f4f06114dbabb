/** The standing terms that a draft carries, said otherwise where their template lets authors do so. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useFieldArray } from "react-hook-form";
import { TextArea } from "@/ui/fields/text-area";
import { TextField } from "@/ui/fields/text-field";
import { Section } from "@/ui/page/section";
import type { Agreement } from "../api";
import type { AgreementForm } from "../form-model";
import { Rows } from "../rows";
import { emptyStanding } from "./sections";

type Props = { form: AgreementForm; agreement: Agreement };

export function StandingFields({ form, agreement }: Props) {
  const { t } = useLingui();
  // another version brings its own sections
  if (form.watch("template_version_id") !== agreement.template?.version_id) return null;
  return (
    <Section
      heading={t`Standing terms`}
      note={
        <Trans>
          From the template, for this agreement alone. What stands in braces is filled in when the text is
          written. A finalized clause whose words change is open again.
        </Trans>
      }
    >
      <Sections form={form} />
    </Section>
  );
}

function Sections({ form }: { form: AgreementForm }) {
  const { t } = useLingui();
  const rows = useFieldArray({ control: form.control, name: "sections" });
  const isClause = (index: number) => (rows.fields[index]?.code ?? "") !== "";
  return (
    <Rows
      keys={rows.fields.map(({ id }) => id)}
      name={(index) => rows.fields[index]?.heading || t`Section ${index + 1}`}
      add={t`Add a section`}
      empty={<Trans>Nothing stands here but what the agreement says itself.</Trans>}
      read={(index) => form.getValues(`sections.${index}`)}
      onAdd={() => rows.append(emptyStanding, { focusName: `sections.${rows.fields.length}.heading` })}
      onRemove={rows.remove}
      onRestore={(index, row) => rows.insert(index, row, { focusName: `sections.${index}.text` })}
      onMove={rows.move}
      stays={(index) =>
        isClause(index) && <Trans>It stays: a clause of the checklist. Say in it what was agreed.</Trans>
      }
    >
      {(index) => <OneSection form={form} index={index} hasHeading={!isClause(index)} />}
    </Rows>
  );
}

type OneProps = { form: AgreementForm; index: number; hasHeading: boolean };

function OneSection({ form, index, hasHeading }: OneProps) {
  const { t } = useLingui();
  const errors = form.formState.errors.sections?.[index];
  const called = (heading: string) => heading.trim() || t`Section ${index + 1}`;
  return (
    <>
      {hasHeading && (
        <TextField
          label={t`Heading`}
          error={errors?.heading?.message}
          {...form.register(`sections.${index}.heading`, {
            validate: (value) => value.trim() !== "" || t`Section ${index + 1}: enter a heading`,
            maxLength: { value: 200, message: t`Use at most 200 characters` },
          })}
        />
      )}
      <TextArea
        label={t`Text`}
        hint={t`One paragraph on each line.`}
        optional
        error={errors?.text?.message}
        {...form.register(`sections.${index}.text`, {
          validate: (value, { sections }) =>
            `${value}${sections[index]?.items ?? ""}`.trim() !== "" ||
            t`${called(sections[index]?.heading ?? "")}: write what this section says`,
        })}
      />
      <TextArea
        label={t`List`}
        hint={t`One item on each line.`}
        optional
        rows={3}
        error={errors?.items?.message}
        {...form.register(`sections.${index}.items`)}
      />
    </>
  );
}
