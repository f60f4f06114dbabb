/** The five-minute way: up to three needs of a school, a sentence each. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQueries, useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { showProblem } from "@/api/form-problems";
import { useSession } from "@/features/auth";
import { schoolQuery } from "@/features/schools";
import { formatSchoolYear, schoolYearOf } from "@/lib/dates";
import { schoolsOf } from "@/lib/session";
import { Button } from "@/ui/actions/button";
import { ButtonLink, Link } from "@/ui/actions/link";
import { Form, FormNote } from "@/ui/fields/form";
import { Select } from "@/ui/fields/select";
import { TextArea } from "@/ui/fields/text-area";
import { TextField } from "@/ui/fields/text-field";
import { useForm } from "@/ui/fields/use-form";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { PageHead } from "@/ui/page/page-head";
import { Section } from "@/ui/page/section";
import { areasQuery, useNameTopNeeds } from "./api";

const places = [0, 1, 2] as const;
const blank = { title: "", area: "", sentence: "" };

export function NewNeedsPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const me = useSession();
  const mine = schoolsOf(me);
  const schools = useSuspenseQueries({
    queries: (mine === "all" ? [] : mine).map((id) => schoolQuery(id)),
  }).map((each) => each.data);
  const areas = useSuspenseQuery(areasQuery).data.items;
  const name = useNameTopNeeds();
  const schoolYear = schoolYearOf(me.tenant.today);
  const form = useForm({
    defaultValues: {
      school: schools.length === 1 ? (schools[0]?.id ?? "") : "",
      needs: [{ ...blank }, { ...blank }, { ...blank }],
    },
  });
  const { errors, isSubmitting } = form.formState;
  /** The first need is asked for; another one only once something of it, or of one after it, is said. */
  const isAsked = (place: number) =>
    place === 0 ||
    form
      .getValues("needs")
      .slice(place)
      .some((need) => [need.title, need.area, need.sentence].some((word) => word.trim() !== ""));
  const said = (place: number, message: string) => (value: string) =>
    value.trim() !== "" || !isAsked(place) || message;
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
        heading={<Trans>What does the school need most?</Trans>}
        lead={
          <Trans>
            Five minutes: one to three needs for {formatSchoolYear(schoolYear)}, a sentence each, the first
            one first. No ratings.
          </Trans>
        }
      />
      <Form
        form={form}
        label={t`Top needs`}
        onSubmit={async ({ school, needs }) => {
          try {
            const made = await name.mutateAsync({
              schoolId: school,
              body: {
                school_year: schoolYear,
                needs: needs
                  .filter((_, place) => isAsked(place))
                  .map(({ title, area, sentence }) => ({
                    title: title.trim(),
                    area,
                    sentence: sentence.trim(),
                  })),
              },
            });
            await navigate({ to: "/needs/assessments/$assessmentId", params: { assessmentId: made.id } });
          } catch (error) {
            showProblem(form, error);
          }
        }}
        actions={
          <>
            <Button kind="primary" type="submit" working={isSubmitting ? <Trans>Saving…</Trans> : undefined}>
              <Trans>Save these needs</Trans>
            </Button>
            <ButtonLink kind="quiet" to="/needs">
              <Trans>Cancel</Trans>
            </ButtonLink>
          </>
        }
      >
        <FormNote />
        <Select
          label={t`School`}
          empty={t`Choose a school`}
          options={schools.map((school) => ({ value: school.id, label: school.name }))}
          error={errors.school?.message}
          {...form.register("school", { required: t`Choose the school` })}
        />
        {places.map((place) => (
          <Section key={place} heading={<Trans>Need {place + 1}</Trans>}>
            <TextField
              label={t`Title`}
              optional={place > 0}
              error={errors.needs?.[place]?.title?.message}
              {...form.register(`needs.${place}.title`, {
                validate: said(place, t`Enter a title for the need`),
              })}
            />
            <Select
              label={t`Area`}
              empty={t`Choose an area`}
              optional={place > 0}
              options={areas.map((area) => ({ value: area.code, label: area.label }))}
              error={errors.needs?.[place]?.area?.message}
              {...form.register(`needs.${place}.area`, {
                validate: said(place, t`Choose the area it belongs to`),
              })}
            />
            <TextArea
              label={t`What is it like now?`}
              hint={t`One sentence`}
              optional={place > 0}
              error={errors.needs?.[place]?.sentence?.message}
              {...form.register(`needs.${place}.sentence`, {
                validate: said(place, t`Say in a sentence what it is like now`),
              })}
            />
          </Section>
        ))}
      </Form>
    </>
  );
}
