/** Narrows the directory to the partners that work at one school, found by typing. */
import { useLingui } from "@lingui/react/macro";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { listSchoolsOptions } from "@/api/gen/@tanstack/react-query.gen";
import { ComboBox } from "@/ui/fields/combo-box";
import { schoolQuery } from "./school-api";
import type { PartnersSearch } from "./search";

type Props = { name: string; search: PartnersSearch; onChange: (next: Partial<PartnersSearch>) => void };

export function SchoolFilter({ name, search, onChange }: Props) {
  const { t } = useLingui();
  const [typed, setTyped] = useState("");
  const own = useQuery({ ...schoolQuery(search.school ?? ""), enabled: search.school !== undefined }).data;
  // A combo box shows its choice in the input: that is no search.
  const q = typed === own?.name ? "" : typed.trim();
  const found = useQuery({
    ...listSchoolsOptions({ query: { limit: 20, ...(q && { q }) } }),
    placeholderData: keepPreviousData,
  });
  const items = (found.data?.items ?? []).map(({ id, name: label }) => ({ id, label }));
  const whole =
    own && !items.some(({ id }) => id === own.id) ? [{ id: own.id, label: own.name }, ...items] : items;
  return (
    <ComboBox
      name={name}
      label={t`Works at the school`}
      items={whole}
      loading={found.isFetching}
      onSearch={setTyped}
      value={search.school ?? null}
      onChange={(id) => onChange({ school: id ?? "" })}
    />
  );
}
