/** The standing terms that a draft carries, said otherwise where their template lets authors do so. */
import { Trans, useLingui } from "@lingui/react/macro";
import { TextArea } from "@/ui/fields/text-area";
import { Section } from "@/ui/page/section";
import type { Agreement } from "../api";
import type { AgreementForm } from "../form-model";
import styles from "../form.module.css";

export function StandingFields({ form, agreement }: { form: AgreementForm; agreement: Agreement }) {
  const { t } = useLingui();
  const errors = form.formState.errors.sections;
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
      {form.getValues("sections").map((section, index) => (
        <fieldset className={styles.row} key={section.heading}>
          <legend>{section.heading}</legend>
          <div className={styles.stack}>
            <TextArea
              label={t`Text`}
              hint={t`One paragraph on each line.`}
              optional
              error={errors?.[index]?.text?.message}
              {...form.register(`sections.${index}.text`, {
                validate: (value, { sections }) =>
                  `${value}${sections[index]?.items ?? ""}`.trim() !== "" ||
                  t`${section.heading}: write what this section says`,
              })}
            />
            <TextArea
              label={t`List`}
              hint={t`One item on each line.`}
              optional
              rows={3}
              error={errors?.[index]?.items?.message}
              {...form.register(`sections.${index}.items`)}
            />
          </div>
        </fieldset>
      ))}
    </Section>
  );
}
