/** The facets side by side: one at a time opens below the row, so that what it leaves stays in sight. */
import { useLingui } from "@lingui/react/macro";
import { clsx } from "clsx";
import { ChevronDown } from "lucide-react";
import { lazy, Suspense, useId, useState, type ReactNode } from "react";
import { Icon } from "@/ui/icon";
import { FacetGroup, type FacetProps } from "./facet-group";
import { choicesOf, facetName } from "./facet-words";
import { chosen } from "./question";
import { facets, type FacetName } from "./search";
import styles from "./directory.module.css";

const SchoolFilter = lazy(() =>
  import("./school-filter").then((module) => ({ default: module.SchoolFilter })),
);

type Name = FacetName | "school";

export function FacetBar(props: FacetProps) {
  const { t } = useLingui();
  const { search, found, areas, onChange } = props;
  const [open, setOpen] = useState<Name>();
  const part = (name: Name) => ({
    isOpen: open === name,
    onOpen: (on: boolean) => setOpen(on ? name : undefined),
  });
  return (
    <div className={styles.bar} role="group" aria-label={t`Filters`}>
      {facets.map((facet) =>
        found && choicesOf(facet, found, search, areas).length === 0 ? null : (
          <Part key={facet} {...part(facet)} label={facetName(facet)} count={chosen(search, facet).length}>
            <FacetGroup {...props} facet={facet} name={`facet-${facet}`} />
          </Part>
        ),
      )}
      <Part {...part("school")} label={t`School`} count={search.school ? 1 : 0}>
        <Suspense fallback={null}>
          <SchoolFilter search={search} onChange={onChange} name="facet-school" />
        </Suspense>
      </Part>
    </div>
  );
}

type PartProps = {
  label: string;
  count: number;
  isOpen: boolean;
  onOpen: (open: boolean) => void;
  children: ReactNode;
};

function Part({ label, count, isOpen, onOpen, children }: PartProps) {
  const { t } = useLingui();
  const id = useId();
  return (
    <>
      <button
        type="button"
        className={clsx(styles.facet, count > 0 && styles.narrows)}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => onOpen(!isOpen)}
      >
        {count > 0 ? t`${label}: ${count} chosen` : label}
        <Icon of={ChevronDown} />
      </button>
      {isOpen && (
        <div id={id} className={styles.panel}>
          {children}
        </div>
      )}
    </>
  );
}
