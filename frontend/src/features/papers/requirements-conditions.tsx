/** Of which programs a paper is asked: conditions that all have to hold, and what they mean in a sentence. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Controller, useWatch } from "react-hook-form";
import { areasQuery, deliveryName, organizationKinds, organizationName, timeName } from "@/features/partners";
import { ComboBox } from "@/ui/fields/combo-box";
import { Folded } from "@/ui/fields/folded";
import { FormNote } from "@/ui/fields/form";
import { MultiSelect } from "@/ui/fields/multi-select";
import { Select } from "@/ui/fields/select";
import { programQuery, programsQuery } from "./office-api";
import { Boxes, type DraftForm } from "./requirements-boxes";
import { deliveries, grades, payments, supervisions, times, writeTerms } from "./requirements-draft";
import { draftName } from "./requirements-form-words";
import { aloneOrNot, paymentName, whomLine } from "./requirements-words";

/** What folds away; its closed line says them together. */
const conditions = [
  "areas",
  "org_types",
  "payment",
  "supervision",
  "deliveries",
  "times_of_day",
  "grades",
  "place",
  "program_id",
] as const;

export function RequirementConditions({ form }: { form: DraftForm }) {
  const { t } = useLingui();
  const { errors, submitCount } = form.formState;
  const areas = useQuery(areasQuery).data?.items ?? [];
  const [typed, setTyped] = useState("");
  const found = useQuery(programsQuery(typed)).data?.items ?? [];
  const one = useQuery(programQuery(useWatch({ control: form.control, name: "program_id" }))).data;
  const known = one && !found.some(({ id }) => id === one.id) ? [one, ...found] : found;
  return (
    <Folded
      label={t`Asked of`}
      said={<Whom form={form} areas={areas} program={one} />}
      isBad={conditions.some((name) => errors[name] !== undefined)}
      attempt={submitCount}
    >
      <FormNote>
        <Trans>
          Everything chosen here has to hold. What a program does not say of itself is asked of it too.
        </Trans>
      </FormNote>
      <Controller
        control={form.control}
        name="areas"
        render={({ field }) => (
          <MultiSelect
            name={field.name}
            label={draftName("areas")}
            hint={t`None chosen: all areas. An area means everything under it too.`}
            optional
            items={areas.map(({ code, label }) => ({ id: code, label }))}
            value={field.value}
            onChange={field.onChange}
            onBlur={field.onBlur}
            error={errors.areas?.message}
          />
        )}
      />
      <Boxes
        form={form}
        name="org_types"
        hint={t`None ticked: whoever runs it.`}
        choices={organizationKinds.map((kind) => ({ value: kind, label: organizationName(kind) }))}
      />
      <Select
        label={draftName("payment")}
        empty={t`Either`}
        options={payments.map((payment) => ({ value: payment, label: paymentName(payment) }))}
        error={errors.payment?.message}
        {...form.register("payment")}
      />
      <Select
        label={draftName("supervision")}
        hint={t`As the program says of its people, volunteers included.`}
        empty={t`Either`}
        options={supervisions.map((one) => ({ value: one, label: aloneOrNot(one) }))}
        error={errors.supervision?.message}
        {...form.register("supervision")}
      />
      <Boxes
        form={form}
        name="deliveries"
        hint={t`None ticked: all programs.`}
        choices={deliveries.map((each) => ({ value: each, label: deliveryName(each) }))}
      />
      <Boxes
        form={form}
        name="times_of_day"
        hint={t`None ticked: at any time.`}
        choices={times.map((each) => ({ value: each, label: timeName(each) }))}
      />
      <Boxes
        form={form}
        name="grades"
        hint={t`None ticked: all grades.`}
        choices={grades.map((each) => ({ value: each, label: each }))}
      />
      <Boxes
        form={form}
        name="place"
        choices={[{ value: "yes", label: t`The program has a room or place of its own in the building` }]}
      />
      <Controller
        control={form.control}
        name="program_id"
        render={({ field }) => (
          <ComboBox
            name={field.name}
            label={draftName("program_id")}
            hint={t`Type a part of its name. Empty: every program that fits the rest.`}
            optional
            items={known.map(({ id, name, partner }) => ({ id, label: name, note: partner.name }))}
            value={field.value || null}
            onChange={(id) => field.onChange(id ?? "")}
            onBlur={field.onBlur}
            onSearch={setTyped}
            error={errors.program_id?.message}
          />
        )}
      />
    </Folded>
  );
}

type WhomProps = {
  form: DraftForm;
  areas: readonly { code: string; label: string; parent_code: string | null }[];
  program: { id: string; name: string; partner: { name: string } } | undefined;
};

/** What was chosen, in one sentence, before anybody is asked. */
function Whom({ form, areas, program }: WhomProps) {
  const draft = useWatch({ control: form.control, compute: (now) => now });
  const terms = writeTerms(draft);
  return whomLine({
    deliveries: terms.deliveries ?? [],
    times_of_day: terms.times_of_day ?? [],
    grades: terms.grades ?? [],
    needs_place: terms.needs_place ?? false,
    area_names: areas.filter(({ code }) => draft.areas.includes(code)).map(({ label }) => label),
    has_areas_below: areas.some(({ parent_code: above }) => above !== null && draft.areas.includes(above)),
    org_types: terms.org_types ?? [],
    payment: terms.payment ?? null,
    supervision: terms.supervision ?? null,
    program: draft.program_id !== "" && program ? { ...program, partner: program.partner.name } : null,
  });
}
