/** With whom, which programs, and at which schools. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Controller, useWatch } from "react-hook-form";
import { useSession } from "@/features/auth";
import { partnerOf, schoolsOf } from "@/lib/session";
import { Checkbox } from "@/ui/fields/checkbox";
import type { Agreement } from "./api";
import { programsQuery, schoolsQuery, usePartnerChoices } from "./choices";
import type { AgreementForm } from "./form-model";
import { fieldName } from "./form-words";
import { ComboBox, LatePicker, MultiSelect } from "./late-picker";
import styles from "./form.module.css";

type Props = {
  form: AgreementForm;
  agreement?: Agreement | undefined;
  /** Recorded as signed: programs and schools cannot follow later. */
  isNeeded?: boolean;
};

export function CoverFields({ form, agreement, isNeeded = false }: Props) {
  const { t } = useLingui();
  const { control, formState } = form;
  const partner = useWatch({ control, name: "partner_id" });
  const programs = useQuery({ ...programsQuery(partner), enabled: partner !== "" });
  const known = agreement?.programs ?? [];
  const found = (programs.data?.items ?? []).filter(({ status }) => status !== "retired");
  const items = [...found, ...known.filter(({ id }) => !found.some((each) => each.id === id))];
  return (
    <>
      <PartnerField form={form} agreement={agreement} />
      <Controller
        control={control}
        name="program_ids"
        render={({ field }) => {
          const text = {
            name: field.name,
            label: fieldName("program_ids"),
            hint: partner === "" ? t`Choose the partner first.` : t`The partner’s programs that it covers.`,
            optional: !isNeeded,
            error: formState.errors.program_ids?.message,
          };
          return (
            <LatePicker {...text} action={t`Choose programs`} chosen={namesOf(field.value, items)}>
              <MultiSelect
                key={partner}
                {...text}
                items={items.map(({ id, name }) => ({ id, label: name }))}
                value={field.value}
                onChange={field.onChange}
                onBlur={field.onBlur}
              />
            </LatePicker>
          );
        }}
      />
      <SchoolFields form={form} agreement={agreement} isNeeded={isNeeded} />
    </>
  );
}

function namesOf(ids: readonly string[], known: readonly { id: string; name: string }[]): string[] {
  return ids.flatMap((id) => known.find((each) => each.id === id)?.name ?? []);
}

function PartnerField({ form, agreement }: Props) {
  const { t } = useLingui();
  const me = useSession();
  const own = partnerOf(me);
  const [typed, setTyped] = useState("");
  const chosen = useWatch({ control: form.control, name: "partner_id" });
  const choices = usePartnerChoices(typed, chosen === "" ? null : chosen);
  const label = fieldName("partner_id");
  const name = choices.items.find(({ id }) => id === chosen)?.label;
  if (agreement) return <Fixed label={label} value={agreement.partner.name} />;
  if (own !== null && own === chosen) return <Fixed label={label} value={name ?? ""} />;
  return (
    <Controller
      control={form.control}
      name="partner_id"
      rules={{ required: t`Choose the partner` }}
      render={({ field }) => {
        const text = { name: field.name, label, error: form.formState.errors.partner_id?.message };
        return (
          <LatePicker {...text} action={t`Choose the partner`} chosen={name ? [name] : []}>
            <ComboBox
              {...text}
              items={choices.items}
              loading={choices.loading}
              onSearch={setTyped}
              value={field.value === "" ? null : field.value}
              onChange={(id) => {
                if ((id ?? "") === field.value) return;
                field.onChange(id ?? "");
                form.setValue("program_ids", []);
              }}
              onBlur={field.onBlur}
            />
          </LatePicker>
        );
      }}
    />
  );
}

function SchoolFields({ form, agreement, isNeeded = false }: Props) {
  const { t } = useLingui();
  const me = useSession();
  const isOfSchool = schoolsOf(me) !== "all" && partnerOf(me) === null;
  const schools = useQuery(schoolsQuery(isOfSchool)).data ?? [];
  const known = (agreement?.schools ?? []).map(({ school }) => school);
  const items = [...schools, ...known.filter(({ id }) => !schools.some((each) => each.id === id))];
  const isWide = useWatch({ control: form.control, name: "is_district_wide" });
  return (
    <>
      {!isOfSchool && (
        <Checkbox
          label={fieldName("is_district_wide")}
          hint={t`Any school may join by its principal’s word; none has to be named.`}
          {...form.register("is_district_wide")}
        />
      )}
      {!isWide && (
        <Controller
          control={form.control}
          name="school_ids"
          render={({ field }) => {
            const text = {
              name: field.name,
              label: fieldName("school_ids"),
              hint: isNeeded
                ? t`The schools that the signed paper names.`
                : t`Each principal is asked once it is sent for review. A school that says no does not hold up the others.`,
              optional: !isNeeded,
              error: form.formState.errors.school_ids?.message,
            };
            return (
              <LatePicker {...text} action={t`Choose schools`} chosen={namesOf(field.value, items)}>
                <MultiSelect
                  key={schools.length}
                  {...text}
                  items={items.map(({ id, name }) => ({ id, label: name }))}
                  value={field.value}
                  onChange={field.onChange}
                  onBlur={field.onBlur}
                />
              </LatePicker>
            );
          }}
        />
      )}
    </>
  );
}

/** What cannot be chosen any more. */
function Fixed({ label, value }: { label: string; value: string }) {
  return (
    <div className={styles.fixed}>
      <span>{label}</span>
      <p>{value}</p>
    </div>
  );
}
