/** The definition of a target, asked in the order people talk about it: for whom, what, from where, to where, when. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { useWatch } from "react-hook-form";
import { formatSchoolYear } from "@/lib/dates";
import { Form, FormNote } from "@/ui/fields/form";
import { RadioGroup } from "@/ui/fields/radio-group";
import { Select } from "@/ui/fields/select";
import { TextField } from "@/ui/fields/text-field";
import { BaselineFields } from "./baseline-fields";
import {
  aggregationName,
  aggregationsOf,
  directionName,
  directions,
  kindExample,
  kindName,
  kinds,
  populationName,
  populationRule,
  populations,
  unitName,
  units,
} from "./definition-words";
import { unitOf, usual, usualAggregation, type Draft, type DraftForm } from "./draft";
import { GoalFields } from "./goal-fields";
import styles from "./form.module.css";
import { Places } from "./places";
import { TermFields } from "./term-fields";

type Props = {
  form: DraftForm;
  label: string;
  onSubmit: (draft: Draft) => Promise<void>;
  actions: ReactNode;
  years: readonly string[];
  /** An existing target keeps its program. */
  program?: { id: string; name: string };
};

export function TargetForm({ form, label, onSubmit, actions, years, program }: Props) {
  return (
    <Form form={form} label={label} onSubmit={onSubmit} actions={actions}>
      <FormNote />
      <Part title={<Trans>Program and schools</Trans>}>
        <Places form={form} program={program} />
      </Part>
      <Part title={<Trans>What is measured</Trans>}>
        <Subject form={form} />
      </Part>
      <Part title={<Trans>About whom</Trans>}>
        <Whom form={form} />
      </Part>
      <Part title={<Trans>Where it starts</Trans>}>
        <BaselineFields form={form} />
      </Part>
      <Part title={<Trans>What is to be reached</Trans>}>
        <GoalFields form={form} />
      </Part>
      <Part title={<Trans>When, and how results come in</Trans>}>
        <TermFields form={form} years={years.map((value) => ({ value, label: formatSchoolYear(value) }))} />
      </Part>
    </Form>
  );
}

function Part({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Subject({ form }: { form: DraftForm }) {
  const { t } = useLingui();
  const { errors, dirtyFields } = form.formState;
  const unit = unitOf({ unit: useWatch({ control: form.control, name: "unit" }) });
  const chooseKind = (value: string) => {
    const kind = kinds.find((each) => each === value);
    if (!kind || dirtyFields.unit) return;
    const { unit: next, ...rest } = usual(kind);
    form.setValue("unit", next);
    form.setValue("aggregation", rest.aggregation);
    form.setValue("baseline", rest.baseline);
    form.setValue("baseline_value", rest.baseline_value);
  };
  return (
    <>
      <TextField
        label={t`Name`}
        hint={t`Short, as people say it, such as Reading on grade level`}
        error={errors.name?.message}
        {...form.register("name", { validate: (value) => value.trim() !== "" || t`Name the target` })}
      />
      <RadioGroup
        label={t`What kind of result`}
        choices={kinds.map((kind) => ({ value: kind, label: kindName(kind), hint: kindExample(kind) }))}
        error={errors.kind?.message}
        {...form.register("kind", {
          onChange: (event: { target: { value: string } }) => chooseKind(event.target.value),
        })}
      />
      <TextField
        label={t`What exactly is counted`}
        hint={t`Such as tutored students who read on grade level. The name, if left empty`}
        optional
        error={errors.measure?.message}
        {...form.register("measure")}
      />
      <Select
        label={t`Counted as`}
        options={units.map((value) => ({ value, label: unitName(value) }))}
        error={errors.unit?.message}
        {...form.register("unit", {
          onChange: (event: { target: { value: string } }) =>
            form.setValue("aggregation", usualAggregation(unitOf({ unit: event.target.value }))),
        })}
      />
      <Select
        label={t`How results count`}
        options={aggregationsOf(unit).map((value) => ({ value, label: aggregationName(value) }))}
        error={errors.aggregation?.message}
        {...form.register("aggregation")}
      />
      <Select
        label={t`Direction`}
        options={directions.map((value) => ({ value, label: directionName(value) }))}
        error={errors.direction?.message}
        {...form.register("direction")}
      />
    </>
  );
}

function Whom({ form }: { form: DraftForm }) {
  const { t } = useLingui();
  const { errors } = form.formState;
  const kind = useWatch({ control: form.control, name: "population" });
  return (
    <>
      <RadioGroup
        label={t`Whose result it is`}
        choices={populations.map((value) => ({
          value,
          label: populationName(value),
          hint: populationRule(value),
        }))}
        error={errors.population?.message}
        {...form.register("population")}
      />
      <TextField
        label={kind === "grade_or_group" ? t`Which grade or group` : t`In words`}
        hint={t`Such as students tutored in reading. People read it beside every number`}
        error={errors.population_words?.message}
        {...form.register("population_words", {
          validate: (value) => value.trim() !== "" || t`Say whom the numbers are about`,
        })}
      />
    </>
  );
}
