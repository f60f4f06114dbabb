/** What narrows the directory: words to look for, facets with their counts, and what is chosen as chips. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { lazy, Suspense, useRef, useState } from "react";
import { announce } from "@/lib/announcer";
import { Button } from "@/ui/actions/button";
import { FilterBar, FilterSearch } from "@/ui/data/filter-bar";
import { Icon } from "@/ui/icon";
import { areasQuery } from "./api";
import { facetsQuery, schoolQuery } from "./directory-api";
import { FacetGroups } from "./facet-groups";
import { chipsOf, facetName } from "./facet-words";
import { chosen, type PartnersSearch } from "./search";
import styles from "./directory.module.css";

const FacetDrawer = lazy(() => import("./facet-drawer").then((module) => ({ default: module.FacetDrawer })));
const SchoolFilter = lazy(() =>
  import("./school-filter").then((module) => ({ default: module.SchoolFilter })),
);

type Props = {
  search: PartnersSearch;
  onChange: (next: Partial<PartnersSearch>) => void;
  onClear: (() => void) | undefined;
};

export function DirectoryFilters({ search, onChange, onClear }: Props) {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const [isDrawn, setDrawn] = useState(false);
  const areas = useQuery(areasQuery).data?.items ?? [];
  const found = useQuery(facetsQuery(search)).data;
  const groups = { search, found, areas, onChange };
  return (
    <>
      <FilterBar label={t`partners`} onClear={onClear}>
        <FilterSearch
          label={t`Name, mission or program`}
          value={search.q ?? ""}
          onChange={(q) => onChange({ q })}
        />
      </FilterBar>
      <details className={styles.more} open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <Trans>Filter by what they do, where and how they stand</Trans>
        </summary>
        {isOpen && (
          <>
            <FacetGroups {...groups} name="facet" />
            <div className={styles.school}>
              <Suspense fallback={null}>
                <SchoolFilter search={search} onChange={onChange} name="facet-school" />
              </Suspense>
            </div>
          </>
        )}
      </details>
      <div className={styles.small}>
        <Button aria-haspopup="dialog" onClick={() => setDrawn(true)}>
          <Trans>Filters</Trans>
        </Button>
        {isDrawn && (
          <Suspense fallback={null}>
            <FacetDrawer {...groups} onClose={() => setDrawn(false)} />
          </Suspense>
        )}
      </div>
      <Chips {...groups} />
      {onClear && found && (
        <p role="status">
          <Plural value={found.total} one="# partner matches." other="# partners match." />
        </p>
      )}
    </>
  );
}

type ChipsProps = Pick<Props, "search" | "onChange"> & { areas: Parameters<typeof chipsOf>[1] };

function Chips({ search, areas, onChange }: ChipsProps) {
  const { t } = useLingui();
  const list = useRef<HTMLUListElement>(null);
  const school = useQuery({ ...schoolQuery(search.school ?? ""), enabled: search.school !== undefined }).data;
  const approval = search.approved ? t`approved and in date` : t`not approved, or approval ran out`;
  const chips: { key: string; label: string; without: Partial<PartnersSearch> }[] = [
    ...chipsOf(search, areas).map(({ facet, value, label }) => ({
      key: `${facet}-${value}`,
      label: `${facetName(facet)}: ${label}`,
      without: {
        [facet]: chosen(search, facet)
          .filter((each) => each !== value)
          .join(","),
      },
    })),
    ...(search.approved === undefined
      ? []
      : [{ key: "approved", label: t`Standing: ${approval}`, without: { approved: undefined } }]),
    ...(search.school ? [{ key: "school", label: schoolLabel(school?.name), without: { school: "" } }] : []),
  ];
  if (chips.length === 0) return null;
  const remove = (place: number) => {
    const chip = chips[place];
    if (!chip) return;
    onChange(chip.without);
    announce(t`${chip.label} removed`);
    // The pressed button is about to disappear: the next one takes the focus, or the page's heading.
    const buttons = list.current?.querySelectorAll("button");
    const next = buttons?.[place + 1] ?? buttons?.[place - 1] ?? document.querySelector("h1");
    next?.focus();
  };
  function schoolLabel(name: string | undefined) {
    return name ? t`At ${name}` : t`At one school`;
  }
  return (
    <ul className={styles.chips} ref={list} aria-label={t`Chosen filters`}>
      {chips.map((chip, place) => (
        <li key={chip.key}>
          <button type="button" onClick={() => remove(place)} aria-label={t`Remove ${chip.label}`}>
            {chip.label}
            <Icon of={X} />
          </button>
        </li>
      ))}
    </ul>
  );
}
