/** Narrowing to one partner or one school, each found by typing. */
import { useLingui } from "@lingui/react/macro";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import {
  getPartnerOptions,
  getSchoolOptions,
  listPartnersOptions,
  listSchoolsOptions,
} from "@/api/gen/@tanstack/react-query.gen";
import { ComboBox, type ComboItem } from "@/ui/fields/combo-box";
import type { TargetsSearch } from "./search";
import styles from "./targets.module.css";

type Props = {
  search: TargetsSearch;
  /** Partner staff have one partner: their own. */
  withPartner: boolean;
  /** Somebody asked for these: the first takes the focus. */
  focus: boolean;
  onChange: (next: { partner?: string | undefined; school?: string | undefined }) => void;
};

const some = 20;

export function PlaceFilters({ search, withPartner, focus, onChange }: Props) {
  const { t } = useLingui();
  const [partner, setPartner] = useState("");
  const [school, setSchool] = useState("");
  const partners = usePartners(partner, search.partner);
  const schools = useSchools(school, search.school);
  return (
    <div
      className={styles.places}
      ref={(box) => {
        if (focus && box && !box.dataset["seen"]) {
          box.dataset["seen"] = "yes";
          box.querySelector("input")?.focus();
        }
      }}
    >
      {withPartner && (
        <ComboBox
          name="filter-partner"
          label={t`Partner`}
          {...partners}
          onSearch={setPartner}
          value={search.partner ?? null}
          onChange={(id) => onChange({ partner: id ?? undefined })}
        />
      )}
      <ComboBox
        name="filter-school"
        label={t`School`}
        {...schools}
        onSearch={setSchool}
        value={search.school ?? null}
        onChange={(id) => onChange({ school: id ?? undefined })}
      />
    </div>
  );
}

type Choices = { items: readonly ComboItem[]; loading: boolean };

/** A combo box shows its choice in the input: that is no search. */
function asked(typed: string, chosen: string | undefined): { q?: string } {
  const q = typed.trim();
  return q === "" || q === chosen ? {} : { q };
}

function usePartners(typed: string, chosen: string | undefined): Choices {
  const own = useQuery({
    ...getPartnerOptions({ path: { partner_id: chosen ?? "" } }),
    enabled: chosen !== undefined,
  }).data;
  const found = useQuery({
    ...listPartnersOptions({ query: { limit: some, ...asked(typed, own?.name) } }),
    placeholderData: keepPreviousData,
  });
  return { items: choices(found.data?.items, own), loading: found.isFetching };
}

function useSchools(typed: string, chosen: string | undefined): Choices {
  const own = useQuery({
    ...getSchoolOptions({ path: { school_id: chosen ?? "" } }),
    enabled: chosen !== undefined,
  }).data;
  const found = useQuery({
    ...listSchoolsOptions({ query: { limit: some, ...asked(typed, own?.name) } }),
    placeholderData: keepPreviousData,
  });
  return { items: choices(found.data?.items, own), loading: found.isFetching };
}

type Named = { id: string; name: string };

function choices(found: readonly Named[] = [], chosen: Named | undefined): ComboItem[] {
  const rest = found.filter(({ id }) => id !== chosen?.id);
  return [...(chosen ? [chosen] : []), ...rest].map(({ id, name }) => ({ id, label: name }));
}
