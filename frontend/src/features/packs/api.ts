/** Packs of one's own record, those of other districts, and what is taken from them. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import {
  comparePackOptions,
  listPacksElsewhereOptions,
  listPacksOptions,
} from "@/api/gen/@tanstack/react-query.gen";
import { makePack, revokePack, takePackHere } from "@/api/gen/sdk.gen";
import type { PackComparison, PackCreate, PackItemRead, PackRead } from "@/api/gen/types.gen";
import { ifMatch } from "@/api/entity-tags";

export type Comparison = PackComparison;
export type Item = PackItemRead;
export type Pack = PackRead;

export const packsQuery = (partnerId: string) => listPacksOptions({ path: { partner_id: partnerId } });

/** Other districts are not told when something changes here, nor is this page when something changes there. */
export const packsElsewhereQuery = () => ({ ...listPacksElsewhereOptions(), staleTime: 0 });

export const comparisonQuery = (district: string, packId: string, partnerId: string) => ({
  ...comparePackOptions({ path: { district, pack_id: packId }, query: { partner_id: partnerId } }),
  staleTime: 0,
});

function useReread() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries();
}

export function useMakePack(partnerId: string) {
  const reread = useReread();
  return useMutation({
    mutationFn: async (body: PackCreate) =>
      (await makePack({ path: { partner_id: partnerId }, body, throwOnError: true })).data,
    onSuccess: reread,
  });
}

export function useRevokePack() {
  const reread = useReread();
  return useMutation({
    mutationFn: async (pack: Pack) =>
      (await revokePack({ path: { pack_id: pack.id }, headers: ifMatch(pack), throwOnError: true })).data,
    onSuccess: reread,
  });
}

/** What is taken touches profile, programs, papers and people alike: everything is read again. */
export function useTakePack({ pack, partner }: Comparison) {
  const reread = useReread();
  return useMutation({
    mutationFn: async (items: readonly Item[]) =>
      (
        await takePackHere({
          path: { district: pack.district.slug, pack_id: pack.id },
          body: {
            partner_id: partner.id,
            choices: items.map(({ key, seen }) => ({ key, seen })),
            consents: true,
          },
          throwOnError: true,
        })
      ).data,
    onSuccess: reread,
  });
}
