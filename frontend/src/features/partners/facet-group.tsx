/** The values of one facet as boxes to tick, each with how many partners the list would have with it. */
import type { PartnerFacets } from "@/api/gen/types.gen";
import { CheckboxGroup } from "@/ui/fields/checkbox";
import { choicesOf, facetName, type Area } from "./facet-words";
import { chosen } from "./question";
import { type FacetName, type PartnersSearch } from "./search";
import styles from "./directory.module.css";

export type FacetProps = {
  search: PartnersSearch;
  found: PartnerFacets | undefined;
  areas: readonly Area[];
  onChange: (next: Partial<PartnersSearch>) => void;
};

export function FacetGroup({
  facet,
  name,
  search,
  found,
  areas,
  onChange,
}: FacetProps & { facet: FacetName; name: string }) {
  return (
    <CheckboxGroup
      name={name}
      label={facetName(facet)}
      choices={choicesOf(facet, found, search, areas).map(({ value, label, count }) => ({
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
}
