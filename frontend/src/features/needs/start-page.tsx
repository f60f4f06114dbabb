/** Begins a school's needs assessment for a year, or leads to the one that is there. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { useWatch } from "react-hook-form";
import { showProblem } from "@/api/form-problems";
import { useSession } from "@/features/auth";
import { formatSchoolYear, schoolYearOf } from "@/lib/dates";
import { Button } from "@/ui/actions/button";
import { ButtonLink, Link } from "@/ui/actions/link";
import { Form } from "@/ui/fields/form";
import { RadioGroup } from "@/ui/fields/radio-group";
import { Select } from "@/ui/fields/select";
import { useForm } from "@/ui/fields/use-form";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { PageHead } from "@/ui/page/page-head";
import { useMySchools } from "./my-schools";
import { Existing, useComingYears, useExisting } from "./school-and-year";
import { assessmentKind, kindHint } from "./words";
import { useStartAssessment } from "./write";
import styles from "./needs.module.css";

const kinds = ["comprehensive", "segmented", "needs_and_assets"] as const;

export function StartPage({ school }: { school?: string | undefined }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const me = useSession();
  const schools = useMySchools();
  const years = useComingYears();
  const start = useStartAssessment();
  const only = schools.length === 1 ? schools[0] : undefined;
  const asked = schools.find((each) => each.id === school);
  const form = useForm({
    defaultValues: {
      school_id: (only ?? asked)?.id ?? "",
      school_year: schoolYearOf(me.tenant.today),
      kind: "comprehensive",
    },
  });
  const { errors, isSubmitting } = form.formState;
  const chosen = useWatch({ control: form.control });
  const kind = kinds.find((each) => each === chosen.kind) ?? null;
  const existing = useExisting({
    school: chosen.school_id ?? "",
    schoolYear: chosen.school_year ?? "",
    kind,
  });
  return (
    <>
      <PageHead
        title={[t`Start a needs assessment`, t`Needs`]}
        trail={
          <Breadcrumbs here={<Trans>Start a needs assessment</Trans>}>
            <Link to="/needs">
              <Trans>Needs</Trans>
            </Link>
          </Breadcrumbs>
        }
        kind={only?.name}
        heading={<Trans>Start a needs assessment</Trans>}
        lead={
          <Trans>
            Evidence is proposed from the school’s published measures; you record the needs, rate them and put
            them in order. The principal approves and publishes.
          </Trans>
        }
      />
      <p className={styles.instead}>
        <Trans>Only five minutes?</Trans>{" "}
        <Link to="/needs/new" search={asked ? { school: asked.id } : {}}>
          <Trans>Name the top three needs instead</Trans>
        </Link>
      </p>
      <Form
        form={form}
        label={t`Needs assessment`}
        onSubmit={async (entered) => {
          if (!kind) return;
          try {
            const { school_id, school_year } = entered;
            const made = await start.mutateAsync({ school_id, school_year, kind });
            await navigate({ to: "/needs/assessments/$assessmentId", params: { assessmentId: made.id } });
          } catch (error) {
            showProblem(form, error);
          }
        }}
        actions={
          <>
            {!existing && (
              <Button
                kind="primary"
                type="submit"
                working={isSubmitting ? <Trans>Starting…</Trans> : undefined}
              >
                <Trans>Start the assessment</Trans>
              </Button>
            )}
            <ButtonLink kind="quiet" to="/needs">
              <Trans>Cancel</Trans>
            </ButtonLink>
          </>
        }
      >
        {!only && (
          <Select
            label={t`School`}
            empty={t`Choose a school`}
            options={schools.map((each) => ({ value: each.id, label: each.name }))}
            error={errors.school_id?.message}
            {...form.register("school_id", { required: t`Choose the school` })}
          />
        )}
        <Select
          label={t`School year`}
          options={years.map((year) => ({ value: year, label: formatSchoolYear(year) }))}
          error={errors.school_year?.message}
          {...form.register("school_year")}
        />
        <RadioGroup
          label={t`What kind?`}
          choices={kinds.map((each) => ({ value: each, label: assessmentKind(each), hint: kindHint(each) }))}
          error={errors.kind?.message}
          {...form.register("kind")}
        />
        {existing && <Existing assessment={existing} />}
      </Form>
    </>
  );
}
