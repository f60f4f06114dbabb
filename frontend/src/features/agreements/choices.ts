/** Partners, programs and schools to choose from, found by typing. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import {
  getPartnerOptions,
  getSchoolOptions,
  listPartnersOptions,
  listProgramsOptions,
  listSchoolsOptions,
} from "@/api/gen/@tanstack/react-query.gen";
import { listSchools } from "@/api/gen/sdk.gen";
import type { SchoolItem } from "@/api/gen/types.gen";
import type { ComboItem } from "@/ui/fields/combo-box";

const some = 20;

/** The first partners that match, with the one that is chosen already. */
export function usePartnerChoices(
  typed: string,
  chosen: string | null,
): { items: ComboItem[]; loading: boolean } {
  const own = useQuery({
    ...getPartnerOptions({ path: { partner_id: chosen ?? "" } }),
    enabled: chosen !== null,
  });
  // A combo box shows its choice in the input: that is no search.
  const q = typed === own.data?.name ? "" : typed.trim();
  const found = useQuery({
    ...listPartnersOptions({ query: { limit: some, ...(q && { q }) } }),
    placeholderData: keepPreviousData,
  });
  const items = (found.data?.items ?? []).map(({ id, name }) => ({ id, label: name }));
  return { items: withChosen(items, own.data), loading: found.isFetching };
}

export function useSchoolChoices(
  typed: string,
  chosen: string | null,
): { items: ComboItem[]; loading: boolean } {
  const own = useQuery({
    ...getSchoolOptions({ path: { school_id: chosen ?? "" } }),
    enabled: chosen !== null,
  });
  const q = typed === own.data?.name ? "" : typed.trim();
  const found = useQuery({
    ...listSchoolsOptions({ query: { limit: some, ...(q && { q }) } }),
    placeholderData: keepPreviousData,
  });
  const items = (found.data?.items ?? []).map(({ id, name }) => ({ id, label: name }));
  return { items: withChosen(items, own.data), loading: found.isFetching };
}

function withChosen(items: ComboItem[], chosen: { id: string; name: string } | undefined): ComboItem[] {
  if (!chosen || items.some(({ id }) => id === chosen.id)) return items;
  return [{ id: chosen.id, label: chosen.name }, ...items];
}

/** The programs of one partner. */
export const programsQuery = (partner: string) => listProgramsOptions({ query: { partner, limit: 200 } });

/** Every school that may be named: one's own, or all of them. */
export function schoolsQuery(mine: boolean) {
  return {
    queryKey: ["schools to name", mine] as const,
    staleTime: 5 * 60_000,
    queryFn: async ({ signal }: { signal: AbortSignal }): Promise<SchoolItem[]> => {
      const found: SchoolItem[] = [];
      let cursor: string | null = null;
      do {
        const query = {
          limit: 500,
          status: "active" as const,
          ...(mine && { mine }),
          ...(cursor && { cursor }),
        };
        const page: { items: SchoolItem[]; next_cursor: string | null } = (
          await listSchools({ query, signal, throwOnError: true })
        ).data;
        found.push(...page.items);
        cursor = page.next_cursor;
      } while (cursor !== null);
      return found;
    },
  };
}
