/** Programs that are not cleared on a day, sorted by the person who can be called about them. */
import { plural, t } from "@lingui/core/macro";
import type { PartnershipItem, PersonToCall } from "@/api/gen/types.gen";
import { type Day, formatDay } from "@/lib/dates";
import type { ListedBlocker } from "./api";

type Party = "partner" | "school" | "district";

export type CallCase = { partnership: PartnershipItem; blockers: readonly ListedBlocker[] };
export type Call = {
  key: string;
  person: PersonToCall;
  /** The partner, or the schools, that they answer for. */
  organizations: readonly string[];
  cases: readonly CallCase[];
};
export type Calls = {
  people: readonly Call[];
  /** Somebody outside the district has a step to take, and nobody is named. */
  unnamed: readonly CallCase[];
  district: readonly CallCase[];
  waiting: readonly CallCase[];
};

function partyOf({ who }: ListedBlocker): Party | null {
  return who.party;
}

/** A word is the principal's and a signature the signatory's to give; about all else whoever is named is called. */
function calleeOf(partnership: PartnershipItem, { who, code }: ListedBlocker): PersonToCall | null {
  const { coordinator, partner_lead: lead, principal, signatory } = partnership;
  if (who.party === "partner") return who.roles.includes("partner_signatory") ? (signatory ?? lead) : lead;
  return code === "school_not_confirmed" ? (principal ?? coordinator) : (coordinator ?? principal);
}

function calleesOf(
  partnership: PartnershipItem,
  blockers: readonly ListedBlocker[],
): Map<PersonToCall | null, ListedBlocker[]> {
  const found = new Map<PersonToCall | null, ListedBlocker[]>();
  for (const blocker of blockers) {
    const person = calleeOf(partnership, blocker);
    found.set(person, [...(found.get(person) ?? []), blocker]);
  }
  return found;
}

/** Each program stands with everybody who has a step to take for it; what the office does itself is no call. */
export function callsOf(items: readonly PartnershipItem[]): Calls {
  const found = new Map<string, { person: PersonToCall; organizations: Set<string>; cases: CallCase[] }>();
  const unnamed: CallCase[] = [];
  const district: CallCase[] = [];
  const waiting: CallCase[] = [];
  for (const partnership of items) {
    const { blockers } = partnership.clearance;
    const of = (party: Party) => blockers.filter((blocker) => partyOf(blocker) === party);
    for (const party of ["partner", "school"] as const) {
      for (const [person, own] of calleesOf(partnership, of(party))) {
        if (person === null) {
          unnamed.push({ partnership, blockers: own });
          continue;
        }
        // whoever signs in is known by id, a partner's contact by name and number
        const key = person.id ?? `${person.name} ${person.phone ?? ""}`;
        const call = found.get(key) ?? { person, organizations: new Set(), cases: [] };
        call.organizations.add(partnership[party].name);
        call.cases.push({ partnership, blockers: own });
        found.set(key, call);
      }
    }
    const ours = of("district");
    if (ours.length > 0) district.push({ partnership, blockers: ours });
    const others = blockers.filter((blocker) => partyOf(blocker) === null);
    if (others.length > 0) waiting.push({ partnership, blockers: others });
  }
  const people = [...found].map(([key, { organizations, ...call }]) => ({
    ...call,
    key,
    organizations: [...organizations].toSorted(),
  }));
  people.sort(
    (one, other) => other.cases.length - one.cases.length || one.person.name.localeCompare(other.person.name),
  );
  return { people, unnamed, district, waiting };
}

/** “On Sep 1, 2020, 31 partners at 44 schools will not be cleared. Call 9 people.” */
export function callsFinding(
  items: readonly PartnershipItem[],
  { people }: Pick<Calls, "people">,
  day: Day,
  today: Day,
): string {
  const on = formatDay(day);
  if (items.length === 0) {
    if (day > today) return t`On ${on}, every program at work will be cleared`;
    return day === today
      ? t`Every program at work is cleared today`
      : t`On ${on}, every program at work was cleared`;
  }
  const partners = plural(new Set(items.map(({ partner }) => partner.id)).size, {
    one: "# partner",
    other: "# partners",
  });
  const schools = plural(new Set(items.map(({ school }) => school.id)).size, {
    one: "# school",
    other: "# schools",
  });
  if (day < today) return t`Not cleared on ${on}: ${partners} at ${schools}`;
  const call =
    people.length === 0
      ? t`Nobody to call is named.`
      : plural(people.length, { one: "Call # person.", other: "Call # people." });
  return day === today
    ? t`${partners} at ${schools} may not work today. ${call}`
    : t`On ${on}, ${partners} at ${schools} will not be cleared. ${call}`;
}
