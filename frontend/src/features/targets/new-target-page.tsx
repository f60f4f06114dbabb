/** A new target: for which program and schools, what is measured, and what is to be reached by the end of the year. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Controller, useWatch } from "react-hook-form";
import { showProblem } from "@/api/form-problems";
import { useSession } from "@/features/auth";
import { formatSchoolYear, schoolYearOf } from "@/lib/dates";
import { Button } from "@/ui/actions/button";
import { ButtonLink, Link } from "@/ui/actions/link";
import { EmptyState } from "@/ui/feedback/empty-state";
import { CheckboxGroup } from "@/ui/fields/checkbox";
import { Form, FormNote } from "@/ui/fields/form";
import { NumberField } from "@/ui/fields/number-field";
import { Select } from "@/ui/fields/select";
import { TextField } from "@/ui/fields/text-field";
import { useForm } from "@/ui/fields/use-form";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { PageHead } from "@/ui/page/page-head";
import { placesQuery, useCreate } from "./api";
import { readNumber } from "./enter-rows";
import { newTarget, writeTarget } from "./new-target";
import { directionName, directions, populationName, populations, unitName, units } from "./words";

export function NewTargetPage() {
  const { t } = useLingui();
  const places = useSuspenseQuery(placesQuery).data.items.filter(({ stage }) =>
    ["planning", "ready_check", "active", "paused"].includes(stage),
  );
  return (
    <>
      <PageHead
        title={[t`Set a target`, t`Targets`]}
        trail={
          <Breadcrumbs here={<Trans>Set a target</Trans>}>
            <Link to="/targets">
              <Trans>Targets</Trans>
            </Link>
          </Breadcrumbs>
        }
        heading={<Trans>Set a target</Trans>}
        lead={<Trans>It starts as a draft. The school and the partner both agree before it opens.</Trans>}
      />
      {places.length === 0 ? (
        <EmptyState title={<Trans>There is no partnership to set a target for.</Trans>} level={2}>
          <Trans>A target is set for a program at a school where it works or will work.</Trans>
        </EmptyState>
      ) : (
        <TargetForm places={places} />
      )}
    </>
  );
}

type Place = {
  id: string;
  school: { name: string };
  partner: { name: string };
  program: { id: string; name: string };
};

function TargetForm({ places }: { places: readonly Place[] }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const create = useCreate();
  const year = schoolYearOf(useSession().tenant.today);
  const form = useForm({ defaultValues: newTarget });
  const { errors, isSubmitting } = form.formState;
  const program = useWatch({ control: form.control, name: "program_id" });
  const programs = [
    ...new Map(
      places.map((each) => [each.program.id, `${each.program.name} (${each.partner.name})`]),
    ).entries(),
  ];
  const given = (words: string) => (value: string) => value.trim() !== "" || words;
  const number = (value: string) =>
    value.trim() === "" || readNumber(value, false) !== null || t`Enter a number, such as 74.5`;
  return (
    <Form
      form={form}
      label={t`New target`}
      onSubmit={async (draft) => {
        try {
          const made = await create.mutateAsync(writeTarget(draft, year));
          await navigate({ to: "/targets/$targetId", params: { targetId: made.id } });
        } catch (error) {
          showProblem(form, error);
        }
      }}
      actions={
        <>
          <Button kind="primary" type="submit" working={isSubmitting ? <Trans>Saving…</Trans> : undefined}>
            <Trans>Save the draft</Trans>
          </Button>
          <ButtonLink kind="quiet" to="/targets">
            <Trans>Cancel</Trans>
          </ButtonLink>
        </>
      }
    >
      <FormNote />
      <Select
        label={t`Program`}
        empty={t`Choose a program`}
        options={programs.map(([value, label]) => ({ value, label }))}
        error={errors.program_id?.message}
        {...form.register("program_id", {
          required: t`Choose the program the target is for`,
          onChange: () => form.setValue("partnership_ids", []),
        })}
      />
      {program && (
        <Controller
          control={form.control}
          name="partnership_ids"
          rules={{ validate: (ids) => ids.length > 0 || t`Choose at least one school` }}
          render={({ field, fieldState }) => (
            <CheckboxGroup
              label={t`Schools`}
              name={field.name}
              choices={places
                .filter((each) => each.program.id === program)
                .map((each) => ({ value: each.id, label: each.school.name }))}
              value={field.value}
              onChange={field.onChange}
              error={fieldState.error?.message}
            />
          )}
        />
      )}
      <TextField
        label={t`Name of the target`}
        hint={t`Short, such as Reading on grade level`}
        error={errors.name?.message}
        {...form.register("name", { validate: given(t`Name the target`) })}
      />
      <TextField
        label={t`Measure`}
        hint={t`What is counted, such as students who read on grade level`}
        error={errors.measure?.message}
        {...form.register("measure", { validate: given(t`Say what is measured`) })}
      />
      <Select
        label={t`Unit`}
        options={units.map((value) => ({ value, label: unitName(value) }))}
        error={errors.unit?.message}
        {...form.register("unit")}
      />
      <Select
        label={t`Direction`}
        options={directions.map((value) => ({ value, label: directionName(value) }))}
        error={errors.direction?.message}
        {...form.register("direction")}
      />
      <Select
        label={t`For whom`}
        options={populations.map((value) => ({ value, label: populationName(value) }))}
        error={errors.population?.message}
        {...form.register("population")}
      />
      <TextField
        label={t`For whom, in words`}
        hint={t`Such as: students tutored in reading`}
        error={errors.population_words?.message}
        {...form.register("population_words", { validate: given(t`Say whom the numbers are about`) })}
      />
      <NumberField
        label={t`Baseline`}
        hint={t`Where it stands now, for the same people`}
        optional
        error={errors.baseline_value?.message}
        {...form.register("baseline_value", { validate: number })}
      />
      <TextField
        label={t`Source of the baseline`}
        optional
        error={errors.baseline_source?.message}
        {...form.register("baseline_source")}
      />
      <NumberField
        label={t`Target value`}
        hint={t`To be reached by the end of ${formatSchoolYear(year)}; without one it informs only`}
        optional
        error={errors.target_input?.message}
        {...form.register("target_input", { validate: number })}
      />
    </Form>
  );
}
