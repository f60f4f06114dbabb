/** Whom to call on either side, out of those who may be named, and how many cleared people the program takes. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { UseFormReturn } from "react-hook-form";
import { NumberField } from "@/ui/fields/number-field";
import { Select } from "@/ui/fields/select";
import { leadsQuery, type Partnership } from "./api";
import { fieldName, type Named } from "./fact-words";
import { fieldsOf, type Facts, type Field } from "./facts";

export type Leads = { coordinators: readonly Named[]; partnerLeads: readonly Named[] };

/** Those who may be named, with whoever is named now: a choice never gets lost because its list came late. */
export function useLeads(partnership: Partnership): Leads {
  const asks = fieldsOf(partnership).some(
    (field) => field === "coordinator_id" || field === "partner_lead_id",
  );
  const found = useQuery({ ...leadsQuery(partnership.id), enabled: asks }).data;
  return {
    coordinators: withNamed(found?.coordinators, partnership.coordinator_id, partnership.coordinator?.name),
    partnerLeads: withNamed(
      found?.partner_leads,
      partnership.partner_lead_id,
      partnership.partner_lead?.name,
    ),
  };
}

function withNamed(
  found: readonly Named[] = [],
  id: string | null,
  name: string | undefined,
): readonly Named[] {
  return id === null || name === undefined || found.some((each) => each.id === id)
    ? found
    : [{ id, name }, ...found];
}

const optionsOf = (people: readonly Named[]) => people.map(({ id, name }) => ({ value: id, label: name }));

type Props = { form: UseFormReturn<Facts>; fields: readonly Field[]; leads: Leads };

export function PeopleFields({ form, fields, leads }: Props) {
  const { t } = useLingui();
  const { errors } = form.formState;
  const range = t`Enter a whole number from 1 to 100`;
  return (
    <>
      {fields.includes("coordinator_id") && (
        <Select
          label={fieldName("coordinator_id")}
          hint={t`Those who lead or coordinate the school today`}
          empty={t`The school’s coordinator`}
          options={optionsOf(leads.coordinators)}
          error={errors.coordinator_id?.message}
          {...form.register("coordinator_id")}
        />
      )}
      {fields.includes("partner_lead_id") && (
        <Select
          label={fieldName("partner_lead_id")}
          hint={t`The partner’s people who have an account and work at this school`}
          empty={t`The partner’s contact`}
          options={optionsOf(leads.partnerLeads)}
          error={errors.partner_lead_id?.message}
          {...form.register("partner_lead_id")}
        />
      )}
      {fields.includes("min_cleared_people") && (
        <NumberField
          label={fieldName("min_cleared_people")}
          hint={t`With fewer on its staff list whose checks are in date, the program may not work there`}
          unit={t`people`}
          whole
          error={errors.min_cleared_people?.message}
          {...form.register("min_cleared_people", {
            required: range,
            validate: (value) =>
              (/^\s*\d{1,3}\s*$/.test(value) && Number(value) >= 1 && Number(value) <= 100) || range,
          })}
        />
      )}
    </>
  );
}
