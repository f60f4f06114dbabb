/** An agreement that was signed elsewhere, recorded in one step: what, with whom, from when to when, and its paper. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { Controller } from "react-hook-form";
import { showProblem } from "@/api/form-problems";
import { isApiError, isRecord } from "@/api/problem";
import { useSession } from "@/features/auth";
import { Button } from "@/ui/actions/button";
import { ButtonLink, Link } from "@/ui/actions/link";
import { Notice } from "@/ui/feedback/notice";
import { DateField } from "@/ui/fields/date-field";
import { Form, FormNote } from "@/ui/fields/form";
import { Select } from "@/ui/fields/select";
import { TextField } from "@/ui/fields/text-field";
import { useForm } from "@/ui/fields/use-form";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { PageHead } from "@/ui/page/page-head";
import { useAddPaper } from "./acts";
import type { Agreement } from "./api";
import { CoverFields } from "./cover-fields";
import { emptyValues, type AgreementValues } from "./form-model";
import { dayProblem, endProblem, fieldName, optionalDayProblem } from "./form-words";
import { PaperField } from "./paper-field";
import { fileProblem } from "./refusal";
import { types } from "./search";
import { typeName } from "./words";
import { useRecord } from "./write";
import styles from "./form.module.css";

export function RecordAgreementPage() {
  const { t } = useLingui();
  const me = useSession();
  const navigate = useNavigate();
  const record = useRecord();
  const addPaper = useAddPaper();
  const form = useForm<AgreementValues>({ defaultValues: { ...emptyValues({}), notice_days: "" } });
  const { errors, isSubmitting } = form.formState;
  const paper = useRef<File | null>(null);
  const [unkept, setUnkept] = useState<{ agreement: Agreement; why: string } | null>(null);

  const open = (agreement: Agreement) =>
    navigate({ to: "/agreements/$agreementId", params: { agreementId: agreement.id }, replace: true });
  const save = async (values: AgreementValues) => {
    const missing = needed(
      values,
      t`Choose at least one program`,
      t`Choose at least one school, or the whole district`,
    );
    if (missing) {
      form.setError(missing.field, { type: "required", message: missing.message });
      return;
    }
    try {
      const made = await record.mutateAsync(values);
      if (paper.current === null) return void open(made);
      try {
        await addPaper.mutateAsync({ agreement: made, file: paper.current });
        void open(made);
      } catch (error) {
        setUnkept({ agreement: made, why: fileProblem(error) });
      }
    } catch (error) {
      const others = overlaps(error);
      if (others)
        form.setError("root.server", {
          message: t`Another agreement of this type already covers this: ${others}.`,
        });
      else showProblem(form, error);
    }
  };

  return (
    <>
      <PageHead
        title={[t`Record one signed elsewhere`, t`Agreements`]}
        trail={
          <Breadcrumbs here={<Trans>Record one signed elsewhere</Trans>}>
            <Link to="/agreements">
              <Trans>Agreements</Trans>
            </Link>
          </Breadcrumbs>
        }
        heading={<Trans>Record an agreement signed elsewhere</Trans>}
        lead={
          <Trans>
            It counts as fully signed at once, and its schools as confirmed. Nobody is asked anything.
          </Trans>
        }
      />
      {unkept ? (
        <Notice
          kind="warn"
          focus
          level={2}
          title={t`The agreement is recorded, but its paper was not added`}
          actions={
            <ButtonLink
              kind="primary"
              to="/agreements/$agreementId"
              params={{ agreementId: unkept.agreement.id }}
            >
              <Trans>Open the agreement</Trans>
            </ButtonLink>
          }
        >
          {unkept.why} <Trans>You can add the paper on its page.</Trans>
        </Notice>
      ) : (
        <div className={styles.parts}>
          <Form
            form={form}
            label={t`Agreement signed elsewhere`}
            onSubmit={save}
            actions={
              <>
                <Button
                  kind="primary"
                  type="submit"
                  working={isSubmitting ? <Trans>Recording…</Trans> : undefined}
                >
                  <Trans>Record the agreement</Trans>
                </Button>
                <ButtonLink kind="quiet" to="/agreements">
                  <Trans>Cancel</Trans>
                </ButtonLink>
              </>
            }
          >
            <FormNote />
            <div className={styles.stack}>
              <CoverFields form={form} isNeeded />
              <TextField
                label={fieldName("title")}
                error={errors.title?.message}
                {...form.register("title", {
                  validate: (value) => value.trim() !== "" || t`Give the agreement a title`,
                  maxLength: { value: 200, message: t`Use at most 200 characters` },
                })}
              />
              <Select
                label={fieldName("type")}
                options={types.map((value) => ({ value, label: typeName(value) }))}
                {...form.register("type")}
              />
              <div className={styles.pair}>
                <Controller
                  control={form.control}
                  name="starts_on"
                  rules={{ validate: dayProblem }}
                  render={({ field: { name, value, onChange, onBlur } }) => (
                    <DateField
                      {...{ name, value, onChange, onBlur }}
                      label={fieldName("starts_on")}
                      error={errors.starts_on?.message}
                    />
                  )}
                />
                <Controller
                  control={form.control}
                  name="ends_on"
                  rules={{ validate: endProblem }}
                  render={({ field: { name, value, onChange, onBlur } }) => (
                    <DateField
                      {...{ name, value, onChange, onBlur }}
                      label={fieldName("ends_on")}
                      error={errors.ends_on?.message}
                    />
                  )}
                />
              </div>
              <Controller
                control={form.control}
                name="signed_elsewhere_on"
                rules={{
                  validate: (value) => {
                    const problem = optionalDayProblem(value);
                    if (problem !== true) return problem;
                    return value <= me.tenant.today || t`A signature is never dated in the future`;
                  },
                }}
                render={({ field: { name, value, onChange, onBlur } }) => (
                  <DateField
                    {...{ name, value, onChange, onBlur }}
                    optional
                    label={fieldName("signed_elsewhere_on")}
                    hint={t`The day of the last signature. Left out, it counts from its first day.`}
                    error={errors.signed_elsewhere_on?.message}
                  />
                )}
              />
              <PaperField
                label={<Trans>The signed paper</Trans>}
                optional
                onChoose={(file) => (paper.current = file)}
              />
            </div>
          </Form>
        </div>
      )}
    </>
  );
}

type Missing = { field: "program_ids" | "school_ids"; message: string };

function needed(values: AgreementValues, noProgram: string, noSchool: string): Missing | null {
  if (values.program_ids.length === 0) return { field: "program_ids", message: noProgram };
  if (values.school_ids.length === 0 && !values.is_district_wide)
    return { field: "school_ids", message: noSchool };
  return null;
}

/** “A-2019-0026 Reading tutoring”, of those that stand in the way. */
function overlaps(error: unknown): string | null {
  if (!isApiError(error) || error.slug !== "agreement-overlaps") return null;
  const found = error.problem["overlaps"];
  const names = Array.isArray(found)
    ? found.filter(isRecord).map((each) => `${String(each["number"])} ${String(each["title"])}`)
    : [];
  return names.length > 0 ? names.join("; ") : null;
}
