/** Sentences that say where agreements stand. */
import { plural, t } from "@lingui/core/macro";
import { addDays, daysBetween, expiry, formatDay, formatSpan } from "@/lib/dates";
import type { AgreementItem } from "@/api/gen/types.gen";
import type { Agreement, Side } from "./api";
import type { AgreementsSearch } from "./search";
import { sideName, statusName } from "./words";

export type Counts = {
  total?: number | undefined;
  inForce?: number | undefined;
  expiring?: number | undefined;
};

const looksOnly = ["sort", "effective_on", "view", "month", "zoom"];

/** What narrows the list; its order, its day and how it is looked at do not. */
function filtersOf(search: AgreementsSearch): string[] {
  return Object.keys(search).filter((key) => !looksOnly.includes(key));
}

export function isNarrowed(search: AgreementsSearch): boolean {
  return filtersOf(search).length > 0;
}

/** The heading of the list. */
export function listFinding(search: AgreementsSearch, counts: Counts, windowDays: number): string {
  const { total, inForce, expiring } = counts;
  if (!isNarrowed(search)) {
    if (inForce === undefined || expiring === undefined) return t`Agreements`;
    const ending = plural(expiring, {
      0: `none of them ends within ${windowDays} days`,
      one: `# of them ends within ${windowDays} days`,
      other: `# of them end within ${windowDays} days`,
    });
    if (inForce === 0) return t`No agreement is in force`;
    return plural(inForce, {
      one: `# agreement is in force; ${ending}`,
      other: `# agreements are in force; ${ending}`,
    });
  }
  if (total === undefined) return t`Agreements`;
  const isOnly = filtersOf(search).length === 1;
  if (isOnly && search.waits_for_me) {
    return plural(total, {
      0: "No agreement waits for you",
      one: "# agreement waits for you",
      other: "# agreements wait for you",
    });
  }
  if (isOnly && search.standing === "expiring_soon") {
    return plural(total, {
      0: `No agreement ends within ${windowDays} days`,
      one: `# agreement ends within ${windowDays} days`,
      other: `# agreements end within ${windowDays} days`,
    });
  }
  return plural(total, {
    0: "No agreement matches",
    one: "# agreement matches",
    other: "# agreements match",
  });
}

/** “3 of 5 confirmed”, or that it covers every school. */
export function schoolsFinding(
  schools: { named: number; confirmed: number; declined: number },
  isDistrictWide: boolean,
): string {
  const { named, confirmed } = schools;
  if (isDistrictWide) return t`The whole district`;
  if (named === 0) return t`No school named yet`;
  return t`${confirmed} of ${named} confirmed`;
}

export function countSchools(agreement: Agreement) {
  const count = (word: string) => agreement.schools.filter((each) => each.confirmation === word).length;
  return {
    named: agreement.schools.length,
    confirmed: count("confirmed"),
    declined: count("declined"),
    pending: count("pending"),
  };
}

/** “the school and the district office” */
export function sides(waiting: readonly Side[]): string {
  const [first, second, ...more] = waiting.map(sideName);
  if (first === undefined) return t`nobody`;
  if (second === undefined) return first;
  if (more.length > 0) return t`all three sides`;
  return t`${first} and ${second}`;
}

/** Whose turn it is, for a row of the list. */
export function turn(item: Pick<AgreementItem, "waits_for" | "effective_status">): string {
  if (item.waits_for.length > 0) {
    const words = sides(item.waits_for);
    return words.charAt(0).toUpperCase() + words.slice(1);
  }
  return item.effective_status === "expired" ? t`A renewal` : t`Nobody`;
}

/** When it ends, in days and as a date; only what is fully signed runs out. */
export function ending(
  item: Pick<AgreementItem, "status" | "starts_on" | "ends_on" | "ceases_on" | "effective_status">,
  day: string,
) {
  if (item.effective_status === "scheduled") {
    const starts = formatDay(item.starts_on);
    const days = daysBetween(day, item.starts_on);
    return days > 0
      ? plural(days, { one: `Starts in # day (${starts})`, other: `Starts in # days (${starts})` })
      : t`Starts ${starts}`;
  }
  const last = item.ceases_on === null ? item.ends_on : addDays(item.ceases_on, -1);
  const endsEarly = item.effective_status === "active" || item.effective_status === "expiring_soon";
  if (item.status === "executed" || endsEarly) return expiry(last, day);
  const ends = formatDay(last);
  return t`To ${ends}`;
}

/** How long it has been where it is: “14 days so far”. */
export function soFar(days: number): string {
  return days === 0 ? t`Since today` : plural(days, { one: "# day so far", other: "# days so far" });
}

/** The lead: where it stands now, and, until it is signed, when it is meant to run. */
export function lead(agreement: Agreement): string {
  const stands = standing(agreement);
  if (agreement.effective_on !== null) return stands;
  const span = formatSpan(agreement.starts_on, agreement.ends_on);
  return t`${stands} ${span}.`;
}

/** Where it stands now, in a sentence or two. */
function standing(agreement: Agreement): string {
  const status = statusName(agreement.effective_status);
  const counts = countSchools(agreement);
  const day = agreement.as_of;
  switch (agreement.effective_status) {
    case "scheduled":
    case "active":
    case "expiring_soon":
    case "expired": {
      const when = ending(agreement, day);
      // Notice was given or another follows: it counts on until then.
      if (agreement.status === "terminated") return t`Ends early. ${when}.`;
      if (agreement.status === "superseded") return t`Another agreement follows. ${when}.`;
      return t`Fully signed. ${when}.`;
    }
    case "draft":
      return t`A draft of ${sideName(agreement.drafted_by)}; nobody else has been asked yet.`;
    case "submitted":
    case "in_review": {
      const days = agreement.steps.find((each) => each.state === "current")?.days ?? 0;
      const long = days === 0 ? t`since today` : plural(days, { one: "for # day", other: "for # days" });
      const { named, confirmed } = counts;
      if (named === 0) return t`${status} ${long}. It covers the whole district.`;
      return t`${status} ${long}. ${confirmed} of ${named} schools have confirmed.`;
    }
    case "changes_requested":
      return t`Changes were asked for; it is with ${sideName(agreement.drafted_by)} again.`;
    case "approved":
      return t`Approved by the office; not yet sent for signature.`;
    case "out_for_signature": {
      const given = agreement.signatures.filter((each) => each.voided_at === null).length;
      return given === 0
        ? t`Out for signature; nobody has signed yet.`
        : t`Out for signature; one of two has signed.`;
    }
    case "suspended":
      return t`On hold: its programs may not work until the hold ends.`;
    case "terminated":
      return t`Ended before its last day.`;
    case "rejected":
      return t`Turned down by the office.`;
    case "withdrawn":
      return t`Withdrawn before anybody signed.`;
    case "superseded":
      return t`Another agreement took its place.`;
  }
}
