/** What the list of partnerships says in a sentence. */
import { plural, t } from "@lingui/core/macro";
import { formatCount } from "@/lib/numbers";
import { isNarrowed, type PartnershipsSearch } from "./search";

type Counts = {
  /** How many the list has. */
  total: number | undefined;
  /** At work, and not cleared to be there. */
  notCleared: number | undefined;
};

/** The heading: how many, and whether any program works where it may not. */
export function listFinding(search: PartnershipsSearch, { total, notCleared }: Counts): string {
  if (total === undefined) return t`Partnerships`;
  const all = formatCount(total);
  if ((search.at_work || search.stage === "active") && search.cleared === false)
    return plural(total, {
      one: "# program at work is not cleared",
      other: "# programs at work are not cleared",
    });
  if (search.cleared === true)
    return plural(total, { one: `${all} partnership is cleared`, other: `${all} partnerships are cleared` });
  if (search.cleared === false)
    return plural(total, {
      one: `${all} partnership is not cleared`,
      other: `${all} partnerships are not cleared`,
    });
  const known = plural(total, { one: `${all} partnership`, other: `${all} partnerships` });
  if (isNarrowed(search) || notCleared === undefined) return known;
  if (notCleared === 0) return t`${known}, every program at work cleared`;
  const missing = plural(notCleared, {
    one: "# program at work is not cleared",
    other: "# programs at work are not cleared",
  });
  return t`${known}; ${missing}`;
}
