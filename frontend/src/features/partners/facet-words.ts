/** The facets of the directory in words. */
import { t } from "@lingui/core/macro";
import type { PartnerFacets, TermRead } from "@/api/gen/types.gen";
import { chosen, statuses } from "./question";
import { facets, kinds, type FacetName, type PartnersSearch } from "./search";
import { gradeWords, grades, kindName, statusName, weekdayName, weekdays } from "./words";

export type Area = Pick<TermRead, "code" | "label" | "parent_code">;
export type FacetChoice = { value: string; label: string; count: number };

export function facetName(facet: FacetName): string {
  switch (facet) {
    case "area":
      return t`Works on`;
    case "grade":
      return t`Grade`;
    case "language":
      return t`Language`;
    case "day":
      return t`Day of the week`;
    case "org_type":
      return t`Type`;
    case "status":
      return t`Status`;
  }
}

function valueName(facet: FacetName, value: string, areas: readonly Area[]): string {
  switch (facet) {
    case "area":
      return areas.find(({ code }) => code === value)?.label ?? value;
    case "grade":
      return gradeWords([value]) ?? value;
    case "language":
      return value;
    case "day":
      return weekdayName(value);
    case "org_type": {
      const kind = kinds.find((known) => known === value);
      return kind ? kindName(kind) : value;
    }
    case "status": {
      const status = statuses.find((known) => known === value);
      return status ? statusName(status) : value;
    }
  }
}

const orders: Partial<Record<FacetName, readonly string[]>> = {
  grade: grades,
  day: weekdays,
  org_type: kinds,
  status: statuses,
};

/** The values that any partner has, in their own order, with those that are chosen although none has them now. */
export function choicesOf(
  facet: FacetName,
  found: PartnerFacets | undefined,
  search: PartnersSearch,
  areas: readonly Area[],
): FacetChoice[] {
  const counts = new Map(found?.[facet].map(({ value, count }) => [value, count]));
  for (const value of chosen(search, facet)) if (!counts.has(value)) counts.set(value, 0);
  const order = facet === "area" ? areas.map(({ code }) => code) : (orders[facet] ?? []);
  const place = (value: string) => (order.includes(value) ? order.indexOf(value) : order.length);
  return [...counts]
    .map(([value, count]) => ({ value, count, label: valueName(facet, value, areas) }))
    .toSorted((a, b) => place(a.value) - place(b.value) || a.label.localeCompare(b.label));
}

export type Chip = { facet: FacetName; value: string; label: string };

/** Everything that is chosen, one by one. */
export function chipsOf(search: PartnersSearch, areas: readonly Area[]): Chip[] {
  return facets.flatMap((facet) =>
    chosen(search, facet).map((value) => ({ facet, value, label: valueName(facet, value, areas) })),
  );
}
