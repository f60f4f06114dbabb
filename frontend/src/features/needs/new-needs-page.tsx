/** The five-minute way: up to three needs of a school, a sentence each, looked at once before they go out. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { flushSync } from "react-dom";
import { useWatch } from "react-hook-form";
import { showProblem } from "@/api/form-problems";
import { isApiError } from "@/api/problem";
import { useSession } from "@/features/auth";
import { announce } from "@/lib/announcer";
import { formatSchoolYear, schoolYearOf } from "@/lib/dates";
import { can } from "@/lib/session";
import { Button } from "@/ui/actions/button";
import { ButtonLink, Link } from "@/ui/actions/link";
import { Form, FormNote } from "@/ui/fields/form";
import { Select } from "@/ui/fields/select";
import { useForm } from "@/ui/fields/use-form";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { PageHead } from "@/ui/page/page-head";
import { useMySchools } from "./my-schools";
import { Existing, useComingYears, useExisting } from "./school-and-year";
import { namedNeeds, TopNeedFields, type TopDraft } from "./top-need-fields";
import { TopNeedsPreview } from "./top-needs-preview";
import { useNameTopNeeds } from "./write";

const blank = { title: "", area: "", sentence: "" };

export function NewNeedsPage({ school }: { school?: string | undefined }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const me = useSession();
  const schools = useMySchools();
  const years = useComingYears();
  const name = useNameTopNeeds();
  const [checks, setChecks] = useState(false);
  /** Whose needs are published at once; the server decides, this only says it. */
  const publishes = can(me, "needs:approve");
  const only = schools.length === 1 ? schools[0] : undefined;
  const form = useForm<TopDraft>({
    defaultValues: {
      school: (only ?? schools.find((each) => each.id === school))?.id ?? "",
      school_year: schoolYearOf(me.tenant.today),
      needs: [{ ...blank }, { ...blank }, { ...blank }],
    },
  });
  const { errors, isSubmitting } = form.formState;
  const chosen = useWatch({ control: form.control, name: ["school", "school_year"] });
  const existing = useExisting({
    school: chosen[0],
    schoolYear: chosen[1],
    kind: "partnership_needs_survey",
  });
  const show = (preview: boolean) => {
    flushSync(() => setChecks(preview));
    document.getElementById(preview ? "preview" : "needs.0.title")?.focus();
  };
  const send = async (draft: TopDraft) => {
    try {
      const body = { school_year: draft.school_year, needs: namedNeeds(draft) };
      const made = await name.mutateAsync({ schoolId: draft.school, body });
      announce(publishes ? t`Published` : t`Sent to the principal`);
      await navigate({ to: "/needs/assessments/$assessmentId", params: { assessmentId: made.id } });
    } catch (error) {
      if (isApiError(error) && error.fields.length > 0) setChecks(false);
      showProblem(form, error);
    }
  };
  return (
    <>
      <PageHead
        title={[t`Name the top three`, t`Needs`]}
        trail={
          <Breadcrumbs here={<Trans>Name the top three</Trans>}>
            <Link to="/needs">
              <Trans>Needs</Trans>
            </Link>
          </Breadcrumbs>
        }
        kind={only?.name}
        heading={<Trans>What does the school need most?</Trans>}
        lead={
          publishes ? (
            <Trans>
              Five minutes: one to three needs in a sentence each. You see them once more, then publish.
            </Trans>
          ) : (
            <Trans>
              Five minutes: one to three needs in a sentence each. They go to the principal, who publishes
              them.
            </Trans>
          )
        }
      />
      <Form
        form={form}
        label={t`Top needs`}
        onSubmit={(draft) => (checks ? send(draft) : show(true))}
        actions={
          <>
            {!existing && (
              <Button
                kind="primary"
                type="submit"
                working={isSubmitting && checks ? <Trans>Sending…</Trans> : undefined}
              >
                {!checks
                  ? t`See how it will read`
                  : publishes
                    ? t`Publish these needs`
                    : t`Send to the principal`}
              </Button>
            )}
            {checks ? (
              <Button kind="quiet" onClick={() => show(false)}>
                <Trans>Change something</Trans>
              </Button>
            ) : (
              <ButtonLink kind="quiet" to="/needs">
                <Trans>Cancel</Trans>
              </ButtonLink>
            )}
          </>
        }
      >
        {checks ? (
          <TopNeedsPreview
            draft={form.getValues()}
            school={schools.find((each) => each.id === chosen[0])?.name ?? ""}
            publishes={publishes}
          />
        ) : (
          <>
            <FormNote />
            {!only && (
              <Select
                label={t`School`}
                empty={t`Choose a school`}
                options={schools.map((each) => ({ value: each.id, label: each.name }))}
                error={errors.school?.message}
                {...form.register("school", { required: t`Choose the school` })}
              />
            )}
            <Select
              label={t`School year`}
              options={years.map((year) => ({ value: year, label: formatSchoolYear(year) }))}
              error={errors.school_year?.message}
              {...form.register("school_year")}
            />
            {existing ? <Existing assessment={existing} /> : <TopNeedFields form={form} />}
          </>
        )}
      </Form>
    </>
  );
}
