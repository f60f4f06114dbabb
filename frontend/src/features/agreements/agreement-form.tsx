/** The editor: an agreement in five parts, each a question or two at a time; saved as a whole. */
import { Trans, useLingui } from "@lingui/react/macro";
import { lazy, Suspense, type ReactNode } from "react";
import { FormProvider } from "react-hook-form";
import { Button } from "@/ui/actions/button";
import { Form, FormNote } from "@/ui/fields/form";
import { Section } from "@/ui/page/section";
import type { Agreement } from "./api";
import { CoverFields } from "./cover-fields";
import { ExpectationFields } from "./expectation-fields";
import type { AgreementForm as FormOfAgreement, AgreementValues } from "./form-model";
import { PurposeFields } from "./purpose-fields";
import { ResourceFields } from "./resource-fields";
import { TemplateField } from "./templates/template-field";
import { TermFields } from "./term-fields";
import { TreeFields } from "./tree/tree-fields";
import styles from "./form.module.css";

/** Only a draft that was saved with a template has them. */
const StandingFields = lazy(() =>
  import("./templates/standing-fields").then((module) => ({ default: module.StandingFields })),
);

type Props = {
  form: FormOfAgreement;
  onSubmit: (values: AgreementValues) => Promise<void>;
  /** The record that is edited; a new one has none. */
  agreement?: Agreement;
  /** Where there is nothing to save until a choice is made. */
  isBlocked?: boolean;
  cancel: ReactNode;
};

export function AgreementForm({ form, onSubmit, agreement, isBlocked, cancel }: Props) {
  const { t } = useLingui();
  const working = form.formState.isSubmitting ? <Trans>Saving…</Trans> : undefined;
  return (
    <Form
      form={form}
      label={t`Agreement`}
      onSubmit={onSubmit}
      actions={
        !isBlocked && (
          <>
            <Button kind="primary" type="submit" working={working}>
              {agreement ? <Trans>Save the text</Trans> : <Trans>Save the draft</Trans>}
            </Button>
            {cancel}
          </>
        )
      }
    >
      <FormNote>
        <Trans>
          Everything is needed unless it says optional. You can save with parts still empty and come back;
          what is missing is named before it is sent for review.
        </Trans>
      </FormNote>
      <div className={styles.parts}>
        <Section
          heading={t`What is planned`}
          note={
            <Trans>
              Four questions that pick the type and who reviews it. You may leave them out and choose below.
            </Trans>
          }
        >
          <div className={styles.stack}>
            <TreeFields form={form} />
          </div>
        </Section>
        <Section heading={t`Partner, programs and schools`}>
          <div className={styles.stack}>
            <CoverFields form={form} agreement={agreement} />
          </div>
        </Section>
        <Section heading={t`Purpose, students and schedule`}>
          <div className={styles.stack}>
            <PurposeFields form={form} />
          </div>
        </Section>
        <Section
          heading={t`What each side does`}
          note={<Trans>One line for one thing, so that both sides can later say whether it was done.</Trans>}
        >
          <FormProvider {...form}>
            <ExpectationFields />
          </FormProvider>
        </Section>
        <Section
          heading={t`What each side gives`}
          note={
            <Trans>Rooms, people, materials, money. A day makes a promise that can be followed up.</Trans>
          }
        >
          <ResourceFields form={form} agreement={agreement} />
        </Section>
        <Section heading={t`Dates and type`}>
          <div className={styles.stack}>
            <TermFields form={form} />
            <TemplateField form={form} agreement={agreement} />
          </div>
        </Section>
        {agreement?.can_edit_sections && (
          <Suspense>
            <StandingFields form={form} agreement={agreement} />
          </Suspense>
        )}
      </div>
    </Form>
  );
}
