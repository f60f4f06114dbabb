/** What narrows the list of agreements; the two that look things up come when they are asked for. */
import { Trans, useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useId, useState } from "react";
import { formatSchoolYear, schoolYearOf } from "@/lib/dates";
import { LinkButton } from "@/ui/actions/link-button";
import { FilterBar, FilterSearch, FilterSelect } from "@/ui/data/filter-bar";
import { spans, standings, types, type AgreementsSearch } from "./search";
import { statusName, typeName } from "./words";
import styles from "./agreements.module.css";

const PlaceFilters = lazy(() =>
  import("./place-filters").then((module) => ({ default: module.PlaceFilters })),
);

type Props = {
  search: AgreementsSearch;
  onChange: (next: Partial<AgreementsSearch>) => void;
  onClear: (() => void) | undefined;
  today: string;
};

export function AgreementFilters({ search, onChange, onClear, today }: Props) {
  const { t } = useLingui();
  const day = useId();
  const [isOpen, setOpen] = useState(false);
  const places = isOpen || search.partner !== undefined || search.school !== undefined;
  return (
    <FilterBar label={t`agreements`} onClear={onClear}>
      <FilterSearch
        label={t`Title, number or partner`}
        value={search.q ?? ""}
        onChange={(q) => onChange({ q: q || undefined })}
      />
      <FilterSelect
        label={t`Stands`}
        any={t`Anywhere`}
        value={search.standing}
        options={standings.map((value) => ({ value, label: statusName(value) }))}
        onChange={(standing) => onChange({ standing })}
      />
      <FilterSelect
        label={t`Type`}
        any={t`All types`}
        value={search.type}
        options={types.map((value) => ({ value, label: typeName(value) }))}
        onChange={(type) => onChange({ type })}
      />
      <FilterSelect
        label={t`Ends within`}
        any={t`Any time`}
        value={search.ends_within}
        options={spans.map((days) => ({ value: days, label: t`${days} days` }))}
        onChange={(within) => onChange({ ends_within: within })}
      />
      <FilterSelect
        label={t`School year`}
        any={t`All years`}
        value={search.school_year}
        options={yearsAround(search.effective_on ?? today).map((year) => ({
          value: year,
          label: formatSchoolYear(year),
        }))}
        onChange={(year) => onChange({ school_year: year })}
      />
      <div className={styles.day}>
        <label htmlFor={day}>
          <Trans>As of the day</Trans>
        </label>
        <input
          id={day}
          type="date"
          value={search.effective_on ?? today}
          onChange={(event) => {
            const chosen = event.target.value;
            onChange({ effective_on: chosen === "" || chosen === today ? undefined : chosen });
          }}
        />
      </div>
      {places ? (
        <Suspense fallback={null}>
          <PlaceFilters search={search} onChange={onChange} focus={isOpen} />
        </Suspense>
      ) : (
        <div className={styles.more}>
          <LinkButton onClick={() => setOpen(true)}>
            <Trans>Filter by partner or school</Trans>
          </LinkButton>
        </div>
      )}
    </FilterBar>
  );
}

/** The school year of the day, two before it and two after. */
function yearsAround(day: string): string[] {
  const first = Number(schoolYearOf(day).slice(0, 4));
  return [-2, -1, 0, 1, 2].map((by) => `${first + by}-${first + by + 1}`);
}
