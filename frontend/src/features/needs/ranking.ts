/** Putting needs in order by hand: one step up or down, and which of them then need a reason. */

type Placed = { id: string; place_by_score: number | null };

/** The list with one need a step nearer to the top (-1) or the end (1). */
export function stepped<N extends Placed>(order: readonly N[], id: string, by: -1 | 1): N[] {
  const next = [...order];
  const from = next.findIndex((need) => need.id === id);
  const other = next[from + by];
  const own = next[from];
  if (!own || !other) return next;
  next[from] = other;
  next[from + by] = own;
  return next;
}

/**
 * The needs that stand elsewhere than their ratings put them: as few as possible, and of several answers the one
 * that leaves alone whatever the person did not touch. The rest keep the order of their ratings among themselves,
 * so the server finds the same list when it puts these on their places.
 */
export function placedByHand(order: readonly Placed[], touched: ReadonlySet<string>): Set<string> {
  const worth = (need: Placed) => order.length + (touched.has(need.id) ? 0 : 1);
  const best: { total: number; before: number }[] = [];
  for (const [at, need] of order.entries()) {
    let found = { total: worth(need), before: -1 };
    for (const [earlier, chain] of best.entries()) {
      const place = order[earlier]?.place_by_score ?? 0;
      const total = chain.total + worth(need);
      if (place < (need.place_by_score ?? 0) && total > found.total) found = { total, before: earlier };
    }
    best[at] = found;
  }
  const kept = new Set<string>();
  let at = best.reduce((top, chain, index) => (chain.total > (best[top]?.total ?? 0) ? index : top), 0);
  while (at >= 0) {
    const need = order[at];
    if (need) kept.add(need.id);
    at = best[at]?.before ?? -1;
  }
  return new Set(order.filter((need) => !kept.has(need.id)).map((need) => need.id));
}

/** My order among the needs as they are now: what is gone is left out, what is new comes last. */
export function carriedOver<N extends Placed>(mine: readonly Placed[], now: readonly N[]): N[] {
  const known = mine.flatMap((need) => now.filter((each) => each.id === need.id));
  return [...known, ...now.filter((each) => !known.includes(each))];
}
