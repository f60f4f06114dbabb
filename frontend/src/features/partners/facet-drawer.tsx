/** The facets on a phone: over the page, with one button that shows what they leave. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { Button } from "@/ui/actions/button";
import { Drawer } from "@/ui/overlays/dialog";
import { FacetGroup, type FacetProps } from "./facet-group";
import { choicesOf, facetName } from "./facet-words";
import { SchoolFilter } from "./school-filter";
import { chosen } from "./question";
import { facets } from "./search";
import styles from "./facet-drawer.module.css";

export function FacetDrawer({ onClose, ...props }: FacetProps & { onClose: () => void }) {
  const { t } = useLingui();
  const { search, found, areas, onChange } = props;
  const total = found?.total ?? 0;
  return (
    <Drawer open onClose={onClose} title={<Trans>Filters</Trans>}>
      {facets.map((facet) =>
        choicesOf(facet, found, search, areas).length === 0 ? null : (
          <Part key={facet} label={facetName(facet)} count={chosen(search, facet).length}>
            <FacetGroup {...props} facet={facet} name={`drawer-${facet}`} />
          </Part>
        ),
      )}
      <Part label={t`School`} count={search.school ? 1 : 0}>
        <SchoolFilter search={search} onChange={onChange} name="drawer-school" />
      </Part>
      <div className={styles.show}>
        <Button kind="primary" wide onClick={onClose}>
          <Plural value={total} one="Show # partner" other="Show # partners" />
        </Button>
      </div>
    </Drawer>
  );
}

/** What narrows already is open at first; later it is as the reader leaves it. */
function Part({ label, count, children }: { label: string; count: number; children: ReactNode }) {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(count > 0);
  return (
    <details className={styles.part} open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{count > 0 ? t`${label}: ${count} chosen` : label}</summary>
      {children}
    </details>
  );
}
