/** What narrows the directory: words to look for, and facets with their counts. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { Button } from "@/ui/actions/button";
import { FilterBar, FilterSearch } from "@/ui/data/filter-bar";
import { areasQuery } from "./api";
import { Chips } from "./chips";
import { facetsQuery } from "./directory-api";
import { FacetBar } from "./facet-bar";
import { chosen } from "./question";
import { facets, type PartnersSearch } from "./search";
import styles from "./directory.module.css";

const FacetDrawer = lazy(() => import("./facet-drawer").then((module) => ({ default: module.FacetDrawer })));

type Props = {
  search: PartnersSearch;
  onChange: (next: Partial<PartnersSearch>) => void;
  onClear: (() => void) | undefined;
};

export function DirectoryFilters({ search, onChange, onClear }: Props) {
  const { t } = useLingui();
  const [isDrawn, setDrawn] = useState(false);
  const areas = useQuery(areasQuery).data?.items ?? [];
  const found = useQuery(facetsQuery(search)).data;
  const parts = { search, found, areas, onChange };
  const count = facets.reduce((sum, facet) => sum + chosen(search, facet).length, search.school ? 1 : 0);
  return (
    <>
      <FilterBar label={t`partners`} onClear={onClear}>
        <FilterSearch
          label={t`Name, mission or program`}
          value={search.q ?? ""}
          onChange={(q) => onChange({ q })}
        />
      </FilterBar>
      <FacetBar {...parts} />
      <div className={styles.small}>
        <Button wide aria-haspopup="dialog" onClick={() => setDrawn(true)}>
          {count > 0 ? (
            <Plural value={count} one="Filters: # chosen" other="Filters: # chosen" />
          ) : (
            <Trans>Filters</Trans>
          )}
        </Button>
        {isDrawn && (
          <Suspense fallback={null}>
            <FacetDrawer {...parts} onClose={() => setDrawn(false)} />
          </Suspense>
        )}
      </div>
      <Chips search={search} areas={areas} onChange={onChange} />
    </>
  );
}
