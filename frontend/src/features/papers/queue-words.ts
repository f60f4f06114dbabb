/** What a waiting paper frees, in words, and what it says beside what is asked. */
import { plural, t } from "@lingui/core/macro";
import type { PaperRead, RequirementRead, WaitingPaper } from "@/api/gen/types.gen";
import { formatMoney } from "@/lib/numbers";
import { coverageName, kindName } from "./words";

type Unlocks = WaitingPaper["unlocks"];

/** “Endorsement”; an insurance certificate is told by what it covers. */
export function paperName({ kind, coverage }: Pick<PaperRead, "kind" | "coverage">): string {
  const name = kindName(kind);
  if (kind !== "insurance_certificate" || coverage === null) return name;
  const covers = coverageName(coverage);
  return t`${name} (${covers})`;
}

/** “Frees 3 programs”: programs at schools that may start once it is accepted. */
export function freesWords({ frees, helps }: Pick<Unlocks, "frees" | "helps">): string {
  if (frees > 0) return plural(frees, { one: "Frees # program", other: "Frees # programs" });
  if (helps > 0)
    return plural(helps, {
      one: "Frees no program yet; # program has one paper less to come",
      other: "Frees no program yet; # programs have one paper less to come",
    });
  return t`Frees no program`;
}

/** “Clear at 2 of 3 schools once accepted, now at none.” */
export function clearWords({ schools, clear_now: now, clear_then: then }: Unlocks): string {
  if (schools === 0) return t`No school works with this partner yet.`;
  if (now === then)
    return plural(schools, {
      one: `Clear at ${then} of # school, before and after.`,
      other: `Clear at ${then} of # schools, before and after.`,
    });
  if (now === 0)
    return plural(schools, {
      one: `Clear at ${then} of # school once accepted, now at none.`,
      other: `Clear at ${then} of # schools once accepted, now at none.`,
    });
  return plural(schools, {
    one: `Clear at ${then} of # school once accepted, now at ${now}.`,
    other: `Clear at ${then} of # schools once accepted, now at ${now}.`,
  });
}

/** How many programs at schools start when all that waits is accepted, as the head of the queue. */
export function queueFinding(items: readonly { unlocks: Pick<Unlocks, "frees"> }[]): string {
  const frees = items.reduce((sum, { unlocks }) => sum + unlocks.frees, 0);
  const waiting = plural(items.length, {
    0: "No paper waits",
    1: "One paper waits",
    other: "# papers wait",
  });
  if (frees === 0) return waiting;
  return plural(frees, {
    one: `${waiting} and # program with it`,
    other: `${waiting} and # programs with them`,
  });
}

/** The paper after this one in the queue, else the first of the others. */
export function nextAfter<P extends { id: string }>(items: readonly P[], id: string): P | undefined {
  const place = items.findIndex((item) => item.id === id);
  return items[place + 1] ?? items.find((item) => item.id !== id);
}

/** What the district asks by this kind of paper, now or later. */
export function askedFor(
  paper: Pick<PaperRead, "kind" | "coverage">,
  requirements: readonly RequirementRead[],
): RequirementRead[] {
  return requirements
    .filter(
      (asked) => asked.kind === paper.kind && (asked.coverage === null || asked.coverage === paper.coverage),
    )
    .toSorted((one, other) => one.enforced_from.localeCompare(other.enforced_from));
}

/** “At least $1,000,000”; the highest of what is asked, with whether the paper says less. */
export function limitAsked(
  said: string | null,
  asked: readonly (string | null)[],
): { words: string; isLow: boolean } | null {
  const amounts = asked.flatMap((amount) => (amount === null ? [] : [amount]));
  const highest = amounts.toSorted((one, other) => Number(other) - Number(one))[0];
  if (highest === undefined) return null;
  const least = formatMoney(highest);
  return { words: t`At least ${least}`, isLow: Number(said ?? 0) < Number(highest) };
}
