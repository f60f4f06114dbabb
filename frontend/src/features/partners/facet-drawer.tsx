/** The facets on a phone: over the page, with one button that shows what they leave. */
import { Plural, Trans } from "@lingui/react/macro";
import type { ComponentProps } from "react";
import { Button } from "@/ui/actions/button";
import { Drawer } from "@/ui/overlays/dialog";
import { FacetGroups } from "./facet-groups";
import { SchoolFilter } from "./school-filter";

type Props = Omit<ComponentProps<typeof FacetGroups>, "name"> & { onClose: () => void };

export function FacetDrawer({ onClose, ...groups }: Props) {
  const total = groups.found?.total ?? 0;
  return (
    <Drawer open onClose={onClose} title={<Trans>Filters</Trans>}>
      <FacetGroups {...groups} name="drawer" />
      <SchoolFilter search={groups.search} onChange={groups.onChange} name="drawer-school" />
      <p>
        <Button kind="primary" wide onClick={onClose}>
          <Plural value={total} one="Show # partner" other="Show # partners" />
        </Button>
      </p>
    </Drawer>
  );
}
