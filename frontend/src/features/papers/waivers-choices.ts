/** Partners, their programs and schools for a waiver, found by typing. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import {
  listPartnersOptions,
  listProgramsOptions,
  listSchoolsOptions,
} from "@/api/gen/@tanstack/react-query.gen";
import type { ComboItem } from "@/ui/fields/combo-box";

type Choices = { items: readonly ComboItem[]; loading: boolean };
type Found = { data?: { items: readonly { id: string; name: string }[] } | undefined; isFetching: boolean };

const choices = ({ data, isFetching }: Found): Choices => ({
  items: (data?.items ?? []).map(({ id, name }) => ({ id, label: name })),
  loading: isFetching,
});

const asked = (typed: string) => ({ limit: 20, ...(typed.trim() && { q: typed.trim() }) });

export function usePartners(typed: string): Choices {
  return choices(
    useQuery({ ...listPartnersOptions({ query: asked(typed) }), placeholderData: keepPreviousData }),
  );
}

export function useSchools(typed: string): Choices {
  return choices(
    useQuery({ ...listSchoolsOptions({ query: asked(typed) }), placeholderData: keepPreviousData }),
  );
}

export function usePrograms(partner: string | null): readonly { id: string; name: string }[] {
  const found = useQuery({
    ...listProgramsOptions({ query: { partner: partner ?? "", limit: 200 } }),
    enabled: partner !== null,
  });
  return found.data?.items ?? [];
}
