/** Another organization, found by its name among those that the reader may see. */
import { useLingui } from "@lingui/react/macro";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Controller, type UseFormReturn } from "react-hook-form";
import type { PartnerRead } from "@/api/gen/types.gen";
import { ComboBox } from "@/ui/fields/combo-box";
import { namedQuery } from "./api";
import type { Facts, Other } from "./facts";
import { fieldName } from "./facts-words";

type Props = { partner: PartnerRead; field: Other; form: UseFormReturn<Facts> };

export function OtherPartner({ partner, field: name, form }: Props) {
  const { t } = useLingui();
  const now = name === "fiscal_sponsor_id" ? partner.fiscal_sponsor : partner.parent;
  const [typed, setTyped] = useState(now?.name ?? "");
  const found = useQuery({ ...namedQuery(typed), placeholderData: keepPreviousData });
  const others = (found.data?.items ?? []).filter(({ id }) => id !== partner.id && id !== now?.id);
  const items = [...(now ? [now] : []), ...others];
  return (
    <Controller
      control={form.control}
      name={name}
      render={({ field, fieldState }) => (
        <ComboBox
          name={field.name}
          label={fieldName(name)}
          hint={
            name === "fiscal_sponsor_id"
              ? t`Who holds the money of an organization without an EIN. Type part of its name.`
              : t`The organization whose chapter it is. Type part of its name.`
          }
          optional
          items={items.map((each) => ({ id: each.id, label: each.name }))}
          loading={found.isFetching}
          onSearch={setTyped}
          value={field.value || null}
          onBlur={field.onBlur}
          onChange={(id) => field.onChange(id ?? "")}
          error={fieldState.error?.message}
        />
      )}
    />
  );
}

/** Both names of a choice, for whoever finds that somebody else chose another meanwhile. */
export function useOtherName(): (partner: PartnerRead, id: string) => string {
  const { t } = useLingui();
  return (partner, id) =>
    [partner.parent, partner.fiscal_sponsor].find((each) => each?.id === id)?.name ?? t`Another organization`;
}
