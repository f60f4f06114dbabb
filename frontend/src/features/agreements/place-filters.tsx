/** Narrowing to one partner or one school, each found by typing. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { ComboBox } from "@/ui/fields/combo-box";
import { focusInput } from "./late-picker";
import { usePartnerChoices, useSchoolChoices } from "./choices";
import type { AgreementsSearch } from "./search";
import styles from "./agreements.module.css";

type Props = {
  search: AgreementsSearch;
  onChange: (next: Partial<AgreementsSearch>) => void;
  /** Somebody asked for these: the first takes the focus. */
  focus: boolean;
};

export function PlaceFilters({ search, onChange, focus }: Props) {
  const { t } = useLingui();
  const [partner, setPartner] = useState("");
  const [school, setSchool] = useState("");
  const partners = usePartnerChoices(partner, search.partner ?? null);
  const schools = useSchoolChoices(school, search.school ?? null);
  return (
    <div className={styles.places} ref={focus ? focusInput : undefined}>
      <ComboBox
        name="filter-partner"
        label={t`Partner`}
        items={partners.items}
        loading={partners.loading}
        onSearch={setPartner}
        value={search.partner ?? null}
        onChange={(id) => onChange({ partner: id ?? undefined })}
      />
      <ComboBox
        name="filter-school"
        label={t`School`}
        items={schools.items}
        loading={schools.loading}
        onSearch={setSchool}
        value={search.school ?? null}
        onChange={(id) => onChange({ school: id ?? undefined })}
      />
    </div>
  );
}
