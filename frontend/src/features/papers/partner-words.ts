/** What the checklist says: the finding, what is asked, how it stands. */
import { plural, t } from "@lingui/core/macro";
import { daysBetween, formatDay, type Day } from "@/lib/dates";
import { listOf } from "@/lib/lists";
import { formatMoney } from "@/lib/numbers";
import type { StatusLook } from "@/ui/data/status-tag";
import type { Asked } from "./api";
import { endsSoon, groupAsked, schoolsOwing, type Next } from "./partner-checklist";
import { checkName, coverageName, kindName } from "./words";

/** “Nothing keeps your programs out; two papers are due” */
export function findingOf(items: readonly Asked[], day: Day): string {
  const { out, due } = groupAsked(items);
  if (items.length === 0) return t`The district asks for no papers`;
  if (out.length > 0) {
    const schools = schoolsOwing(out);
    const papers = plural(out.length, { one: "One thing keeps", other: "# things keep" });
    return plural(schools, {
      one: `${papers} programs out of # school`,
      other: `${papers} programs out of # schools`,
    });
  }
  const [first] = due;
  if (first) {
    const by = formatDay(
      first.enforced_from,
      first.enforced_from.slice(0, 4) === day.slice(0, 4) ? "short" : "medium",
    );
    return plural(due.length, {
      one: `Nothing keeps you out; one paper is due by ${by}`,
      other: `Nothing keeps you out; # papers are due, the first by ${by}`,
    });
  }
  return t`All papers are in order`;
}

/** What the district asks, in a sentence below the title. */
export function termsWords({ terms, kind }: Asked): string {
  const said: string[] = [];
  if (kind === "background_check") said.push(listOf(terms.check_kinds.map(checkName)));
  else said.push(terms.coverage ? `${kindName(kind)}: ${coverageName(terms.coverage)}` : kindName(kind));
  const [each, all] = [terms.min_each, terms.min_aggregate].map((limit) => limit && formatMoney(limit));
  if (each && all) said.push(t`at least ${each} each, ${all} in all`);
  else if (each) said.push(t`at least ${each} each`);
  const months = terms.validity_months;
  if (months) said.push(plural(months, { one: "good for # month", other: "good for # months" }));
  return `${said.join(", ")}.`;
}

/** An agency’s letter or the school’s own staff may stand in for background checks. */
export function insteadWords({ terms }: Asked): string | null {
  const names = terms.accepts_instead.map(kindName);
  if (names.length === 0) return null;
  const either = names.join(t` or `);
  return t`Instead, the district takes: ${either}.`;
}

export function standingTag(item: Asked, day: Day): { look: StatusLook; words: string } {
  const [owed] = item.missing;
  if (!owed) return thereTag(item, day);
  const due = formatDay(item.enforced_from);
  switch (owed.about.standing) {
    case "paper_in_review":
      return { look: "review", words: t`Being looked at` };
    case "paper_rejected":
      return { look: "changes", words: t`Turned down` };
    case "paper_not_started":
      return { look: "review", words: t`Starts later` };
    case "paper_limits_low":
      return { look: "warn", words: t`Limits too low` };
    case "paper_expired":
      return item.is_enforced
        ? { look: "bad", words: t`Ran out` }
        : { look: "warn", words: t`Due by ${due}` };
    case "nobody_listed":
    case "too_few_cleared":
      if (!item.is_enforced) return { look: "warn", words: t`Due by ${due}` };
      return owed.party === "district"
        ? { look: "review", words: t`Being looked at` }
        : { look: "bad", words: t`Too few people` };
    case "paper_missing":
      return item.is_enforced
        ? { look: "bad", words: t`Missing` }
        : { look: "warn", words: t`Due by ${due}` };
  }
}

function thereTag(item: Asked, day: Day): { look: StatusLook; words: string } {
  if (item.met_through === null) return { look: "good", words: t`In order` };
  const until = formatDay(item.met_through);
  if (!endsSoon(item, day)) return { look: "good", words: t`Accepted until ${until}` };
  const left = daysBetween(day, item.met_through);
  if (left === 0) return { look: "warn", words: t`Ends today` };
  return { look: "warn", words: plural(left, { one: "Ends in # day", other: "Ends in # days" }) };
}

export function nextWords(next: Next): { heading: string; action: string } {
  const { name } = next.item.requirement;
  switch (next.kind) {
    case "mend":
      return { heading: t`Correct what came back: ${name}`, action: t`Correct it` };
    case "finish":
      return { heading: t`Finish and hand in: ${name}`, action: t`Finish it` };
    case "people":
      return { heading: t`Bring your staff list up to date`, action: t`Open the staff list` };
    case "renew":
      return { heading: t`Hand in the newer one: ${name}`, action: t`Hand in the newer one` };
    case "hand_in":
      return { heading: t`Hand in: ${name}`, action: t`Hand it in` };
  }
}

/** What the next step is good for: where it is missing, and from when that keeps programs out. */
export function nextWhy({ item }: Next, items: readonly Asked[]): string {
  const schools = schoolsOwing([item]);
  const others = groupAsked(items).out.length + groupAsked(items).due.length - 1;
  const said: string[] = [];
  const from = formatDay(item.enforced_from, "long");
  if (item.missing.length === 0 && item.met_through) {
    const until = formatDay(item.met_through, "long");
    return t`What is there holds until ${until}. Nothing is interrupted if the newer one is accepted before.`;
  }
  if (item.is_enforced)
    said.push(
      plural(schools, {
        one: "It keeps programs out of # school now.",
        other: "It keeps programs out of # schools now.",
      }),
    );
  else
    said.push(
      plural(schools, {
        one: `It is asked at # school and keeps nobody out before ${from}.`,
        other: `It is asked at # schools and keeps nobody out before ${from}.`,
      }),
    );
  if (others > 0)
    said.push(plural(others, { one: "One more is listed below.", other: "# more are listed below." }));
  return said.join(" ");
}
