/** What narrows the list of targets; the two that look things up come when they are asked for. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useId, useState } from "react";
import { useSession } from "@/features/auth";
import { formatSchoolYear } from "@/lib/dates";
import { isPartnerStaff } from "@/lib/session";
import { LinkButton } from "@/ui/actions/link-button";
import { FilterBar, FilterSelect } from "@/ui/data/filter-bar";
import { schoolYearsQuery } from "./api";
import { statuses, type TargetsSearch } from "./search";
import styles from "./targets.module.css";
import { statusName } from "./words";

const PlaceFilters = lazy(() =>
  import("./place-filters").then((module) => ({ default: module.PlaceFilters })),
);

export type Changes = { [K in keyof TargetsSearch]?: TargetsSearch[K] | undefined };

type Props = { search: TargetsSearch; onChange: (next: Changes) => void; onClear: (() => void) | undefined };

export function TargetFilters({ search, onChange, onClear }: Props) {
  const { t } = useLingui();
  const me = useSession();
  const { today } = me.tenant;
  const day = useId();
  const [isOpen, setOpen] = useState(false);
  const years = useQuery(schoolYearsQuery).data?.items ?? [];
  const isPartner = isPartnerStaff(me);
  return (
    <FilterBar label={t`targets`} onClear={onClear}>
      <FilterSelect
        label={t`School year`}
        any={t`All years`}
        value={search.school_year}
        options={years.map(({ label }) => ({ value: label, label: formatSchoolYear(label) }))}
        onChange={(year) => onChange({ school_year: year })}
      />
      <FilterSelect
        label={t`Status`}
        any={t`Any status`}
        value={search.status}
        options={statuses.map((status) => ({ value: status, label: statusName(status) }))}
        onChange={(status) => onChange({ status })}
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
      {isOpen || search.partner !== undefined || search.school !== undefined ? (
        <Suspense fallback={null}>
          <PlaceFilters search={search} withPartner={!isPartner} focus={isOpen} onChange={onChange} />
        </Suspense>
      ) : (
        <div className={styles.more}>
          <LinkButton onClick={() => setOpen(true)}>
            {isPartner ? <Trans>Filter by school</Trans> : <Trans>Filter by partner or school</Trans>}
          </LinkButton>
        </div>
      )}
    </FilterBar>
  );
}
