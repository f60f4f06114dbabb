/** Boxes to tick, each with how many partners the list would have with it. */
import { CheckboxGroup } from "@/ui/fields/checkbox";
import type { PartnerFacets } from "@/api/gen/types.gen";
import { chosen, facets, type PartnersSearch } from "./search";
import { choicesOf, facetName, type Area } from "./facet-words";
import styles from "./directory.module.css";

type Props = {
  /** Tells apart the two places where they may stand. */
  name: string;
  search: PartnersSearch;
  found: PartnerFacets | undefined;
  areas: readonly Area[];
  onChange: (next: Partial<PartnersSearch>) => void;
};

export function FacetGroups({ name, search, found, areas, onChange }: Props) {
  return (
    <div className={styles.groups}>
      {facets.map((facet) => {
        const choices = choicesOf(facet, found, search, areas);
        if (choices.length === 0) return null;
        return (
          <CheckboxGroup
            key={facet}
            name={`${name}-${facet}`}
            label={facetName(facet)}
            choices={choices.map(({ value, label, count }) => ({
              value,
              label: (
                <>
                  {label} <span className={styles.count}>({count})</span>
                </>
              ),
            }))}
            value={chosen(search, facet)}
            onChange={(values) => onChange({ [facet]: values.join(",") })}
          />
        );
      })}
    </div>
  );
}
