/** Which program at which schools: from the reader's own partnerships, or for the office by the program's name. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { Controller, useWatch } from "react-hook-form";
import type { PartnershipItem } from "@/api/gen/types.gen";
import { useSession } from "@/features/auth";
import { schoolsOf } from "@/lib/session";
import { Button } from "@/ui/actions/button";
import { Skeleton } from "@/ui/feedback/skeleton";
import { CheckboxGroup } from "@/ui/fields/checkbox";
import { Select } from "@/ui/fields/select";
import { placesQuery } from "./api";
import { chooseProgram } from "./choose-program";
import type { DraftForm } from "./draft";

type Props = { form: DraftForm; program: { id: string; name: string } | undefined };

/** Only the office looks programs up by typing: the field that does is heavy. */
const AnyProgram = lazy(() => import("./any-program").then((module) => ({ default: module.AnyProgram })));

/** From so many schools on, choosing all of them is offered in one act. */
const many = 4;

export function Places({ form, program }: Props) {
  const { t } = useLingui();
  const isOffice = schoolsOf(useSession()) === "all";
  const chosen = useWatch({ control: form.control, name: "program_id" });
  return (
    <>
      {program ? (
        <p>
          <Trans>The program is {program.name}.</Trans>
        </p>
      ) : isOffice ? (
        <Suspense fallback={<Skeleton label={t`Loading programs`} shape="lines" count={1} />}>
          <AnyProgram form={form} />
        </Suspense>
      ) : (
        <OwnProgram form={form} />
      )}
      {chosen && <Schools form={form} program={chosen} ofProgram={isOffice || program !== undefined} />}
    </>
  );
}

function OwnProgram({ form }: { form: DraftForm }) {
  const { t } = useLingui();
  const { errors } = form.formState;
  const places = useQuery(placesQuery()).data ?? [];
  const programs = [
    ...new Map(places.map(({ program, partner }) => [program.id, { program, partner }])).values(),
  ];
  return (
    <Select
      label={t`Program`}
      empty={t`Choose a program`}
      options={programs.map(({ program, partner }) => ({
        value: program.id,
        label: `${program.name}, ${partner.name}`,
      }))}
      error={errors.program_id?.message}
      {...form.register("program_id", {
        required: t`Choose the program the target is for`,
        onChange: (event: { target: { value: string } }) => {
          const id = event.target.value;
          const name = programs.find(({ program }) => program.id === id)?.program.name;
          chooseProgram(form, id, name, (program) => t`Students in ${program}`);
        },
      })}
    />
  );
}

function Schools({ form, program, ofProgram }: { form: DraftForm; program: string; ofProgram: boolean }) {
  const { t } = useLingui();
  const { data, isPending } = useQuery(placesQuery(ofProgram ? program : undefined));
  const chosen = useWatch({ control: form.control, name: "partnership_ids" });
  if (isPending) return <Skeleton label={t`Loading schools`} shape="lines" count={3} />;
  const places = (data ?? [])
    .filter((place) => place.program.id === program)
    .toSorted((one, other) => one.school.name.localeCompare(other.school.name));
  const all = places.map(({ id }) => id).sort();
  return (
    <>
      <Controller
        control={form.control}
        name="partnership_ids"
        rules={{ validate: (ids) => ids.length > 0 || t`Choose at least one school` }}
        render={({ field, fieldState }) => (
          <CheckboxGroup
            label={t`Schools`}
            hint={t`One proposal goes to all of them; each school agrees or stays out for itself`}
            name={field.name}
            choices={places.map(({ id, school }) => ({ value: id, label: school.name }))}
            value={field.value}
            onChange={(ids) => field.onChange(ids.toSorted())}
            error={fieldState.error?.message}
          />
        )}
      />
      {places.length >= many && chosen.length < places.length && (
        <Button small onClick={() => form.setValue("partnership_ids", all, { shouldDirty: true })}>
          <Trans>Choose all {places.length} schools</Trans>
        </Button>
      )}
      <Need form={form} places={places.filter(({ id }) => chosen.includes(id))} />
    </>
  );
}

/** Needs of the chosen schools that the program was brought in for. */
function Need({ form, places }: { form: DraftForm; places: readonly PartnershipItem[] }) {
  const { t } = useLingui();
  const needs = [
    ...new Map(
      places.flatMap(({ needs: own, school }) => own.map((need) => [need.id, { need, school }])),
    ).values(),
  ];
  if (needs.length === 0) return null;
  return (
    <Select
      label={t`The need it answers`}
      optional
      empty={t`Not linked to a need`}
      options={needs.map(({ need, school }) => ({ value: need.id, label: `${need.title}, ${school.name}` }))}
      error={form.formState.errors.need_id?.message}
      {...form.register("need_id")}
    />
  );
}
