/** Writes a template's next version, section by section; the published one stays as it is. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { FormProvider } from "react-hook-form";
import { showProblem } from "@/api/form-problems";
import { isApiError } from "@/api/problem";
import { listOf } from "@/lib/lists";
import { Button } from "@/ui/actions/button";
import { Notice } from "@/ui/feedback/notice";
import { Checkbox } from "@/ui/fields/checkbox";
import { Form } from "@/ui/fields/form";
import { TextField } from "@/ui/fields/text-field";
import { useForm } from "@/ui/fields/use-form";
import styles from "../form.module.css";
import { useEditTemplate, useRereadTemplate, type Template } from "./api";
import { fieldOf, lostSections, templateValues, toUpdate, type TemplateValues } from "./draft";
import { SectionFields } from "./section-fields";
import { textProblem } from "./words";

type Props = { template: Template; onClose: () => void; onDone: () => void };

export function TemplateForm({ template, onClose, onDone }: Props) {
  const { t } = useLingui();
  const edit = useEditTemplate();
  const reread = useRereadTemplate(template.id);
  const [base, setBase] = useState(template);
  const [isLate, setLate] = useState(false);
  const form = useForm<TemplateValues>({ defaultValues: templateValues(template) });
  const { errors, isSubmitting } = form.formState;

  const refuse = (error: unknown) => {
    const loose = !isApiError(error) || error.fields.length === 0;
    if (loose) return showProblem(form, error);
    for (const { field, code, message } of error.fields) {
      const words =
        code === "mandatory_section" ? t`These sections stay: ${lost()}` : textProblem(code, message);
      form.setError(fieldOf(field) ?? "root.server", { type: "server", message: words });
    }
  };
  const save = async (values: TemplateValues) => {
    try {
      await edit.mutateAsync({ base, body: toUpdate(values) });
      onDone();
    } catch (error) {
      if (!isApiError(error) || !error.isConflict) return refuse(error);
      setBase(await reread());
      setLate(true);
    }
  };
  const lost = () => listOf(lostSections(base, form.getValues()));
  const theirs = listOf(base.sections.map(({ heading }) => heading));
  return (
    <Form
      form={form}
      label={t`Text of the template`}
      onSubmit={save}
      actions={
        <>
          <Button kind="primary" type="submit" working={isSubmitting ? t`Saving…` : undefined}>
            <Trans>Save the text</Trans>
          </Button>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </>
      }
    >
      {isLate && (
        <div className={styles.notice}>
          <Notice kind="warn" live focus title={<Trans>Somebody changed this since you opened it</Trans>}>
            <p>
              <Trans>
                Its sections are now: {theirs}. What you wrote is kept; saving again puts it in the place of
                that.
              </Trans>
            </p>
          </Notice>
        </div>
      )}
      <div className={styles.stack}>
        <TextField
          label={t`Name of the template`}
          error={errors.name?.message}
          {...form.register("name", {
            validate: (value) => value.trim() !== "" || t`Enter a name`,
            maxLength: { value: 200, message: t`Use at most 200 characters` },
          })}
        />
        <TextField
          label={t`What is new in this version`}
          optional
          error={errors.note?.message}
          {...form.register("note", { maxLength: { value: 200, message: t`Use at most 200 characters` } })}
        />
        <Checkbox
          label={t`Authors may change these terms`}
          hint={t`Otherwise they are the same in every agreement made from it.`}
          {...form.register("is_negotiable")}
        />
        <FormProvider {...form}>
          <SectionFields kept={base.kept} />
        </FormProvider>
      </div>
    </Form>
  );
}
