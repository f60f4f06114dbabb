/** What a revisit is called, where it stands, and what was said, in words. */
import { plural, t } from "@lingui/core/macro";
import { formatDay, formatSchoolYear } from "@/lib/dates";
import type { StatusLook } from "@/ui/data/status-tag";
import type { Place, Revisit, RevisitOutcome, RevisitSide, Revisits } from "./api";

export function outcomeName(outcome: RevisitOutcome): string {
  const names: Record<RevisitOutcome, string> = {
    confirmed: t`Goes on as it is`,
    revised: t`Goes on, with changes`,
    end: t`Should end`,
  };
  return names[outcome];
}

export const outcomeLooks: Readonly<Record<RevisitOutcome, StatusLook>> = {
  confirmed: "done",
  revised: "changes",
  end: "ended",
};

export function stateName(state: Revisit["state"]): string {
  const names: Record<Revisit["state"], string> = {
    ahead: t`Opens later`,
    open: t`Open`,
    overdue: t`Overdue`,
    answered: t`Both sides answered`,
    missed: t`Missed`,
  };
  return names[state];
}

export const stateLooks: Readonly<Record<Revisit["state"], StatusLook>> = {
  ahead: "none",
  open: "review",
  overdue: "bad",
  answered: "done",
  missed: "ended",
};

/** The side, by the name that people use: the partner’s, or “the school”; a district answers for itself. */
export function sideWords(side: RevisitSide, place: Place, partner: string): string {
  if (side === "partner") return partner;
  return place.school === null ? t`The district office` : t`The school`;
}

/** “Marisol Vega or Denise Okafor” */
export function anyOf(names: readonly string[]): string {
  const [first, second, third] = names;
  if (first === undefined) return t`nobody`;
  if (second === undefined) return first;
  return third === undefined ? t`${first} or ${second}` : t`${first}, ${second} or ${third}`;
}

/** The revisit to sit down with: the latest that has opened, else the next to come. */
export function chosen(revisits: Revisits): Revisit | undefined {
  return (
    revisits.items.find(({ id }) => id === revisits.current_id) ??
    revisits.items.find(({ state }) => state === "ahead")
  );
}

/** The places whose word from the reader is missing. */
const mine = (revisit: Revisit): Place[] => revisit.schools.filter((place) => place.is_yours);

function schoolsOrDistrict(places: readonly Place[], one: (name: string) => string, many: string): string {
  const [first, second] = places;
  return first && !second ? one(first.school?.name ?? t`the whole district`) : many;
}

/** The heading: whose word is missing, or what both came to. The office may speak for schools, but is not asked to. */
export function heading(revisit: Revisit, partner: string, standsIn = false): string {
  const wanted = standsIn ? [] : mine(revisit);
  const day = formatDay(revisit.opens_on, "long");
  if (revisit.state === "ahead") return t`The revisit opens on ${day}`;
  if (wanted.length > 0)
    return schoolsOrDistrict(
      wanted,
      (name) => t`Your word is missing for ${name}`,
      plural(wanted.length, {
        one: "Your word is missing for # school",
        other: "Your word is missing for # schools",
      }),
    );
  const waiting = revisit.schools.filter(({ waits_for: waits }) => waits.length > 0);
  if (waiting.length > 0) {
    const isPartner = revisit.waits_for.includes("partner");
    const isSchool = revisit.waits_for.includes("school");
    if (isPartner && isSchool) return t`Both sides still have to answer`;
    if (isPartner) return t`${partner} still has to answer`;
    return schoolsOrDistrict(
      waiting,
      (name) => t`The word for ${name} is still missing`,
      plural(waiting.length, {
        one: "# school still has to answer",
        other: "# schools still have to answer",
      }),
    );
  }
  return outcomes(revisit);
}

/** What both sides’ words came to, as one finding. */
function outcomes(revisit: Revisit): string {
  const count = (outcome: RevisitOutcome) =>
    revisit.schools.filter((place) => place.outcome === outcome).length;
  const [end, revised, confirmed] = [count("end"), count("revised"), count("confirmed")];
  const said = end + revised + confirmed;
  if (said === 0) return t`Nobody’s word came in time`;
  if (confirmed === said) return t`It goes on as it is`;
  if (revised === said) return t`It goes on, with changes`;
  if (end === said) return t`It should end`;
  const parts = [
    confirmed > 0 ? plural(confirmed, { one: "# school goes on", other: "# schools go on" }) : "",
    revised > 0 ? plural(revised, { one: "# with changes", other: "# with changes" }) : "",
    end > 0 ? plural(end, { one: "# should end", other: "# should end" }) : "",
  ];
  return parts.filter(Boolean).join(", ");
}

/** What follows where both sides want it to end: everywhere, or at some of the schools. */
export function endingWords(revisit: Revisit): { heading: string; effect: string } | null {
  const ending = revisit.schools.filter(({ outcome }) => outcome === "end");
  if (ending.length === 0) return null;
  const early = t`Ending it earlier is a step on the agreement’s page.`;
  if (ending.length === revisit.schools.length)
    return { heading: t`It is not renewed`, effect: t`It runs to its last day. ${early}` };
  const names = ending.map(({ school }) => school?.name ?? "");
  const list = names.join(", ");
  const count = ending.length;
  return {
    heading: plural(count, {
      one: "It is renewed without # school",
      other: "It is renewed without # schools",
    }),
    effect: t`A renewal leaves out ${list}; until its last day it counts there too. ${early}`,
  };
}

/** When it is due, and that nobody is kept out by it. */
export function lead(revisit: Revisit): string {
  const due = formatDay(revisit.due_on, "long");
  switch (revisit.state) {
    case "ahead":
      return t`Both sides look at it together by ${due}. Nothing is asked of anybody before it opens.`;
    case "open":
      return t`Due by ${due}. Nobody is kept out meanwhile: the programs go on.`;
    case "overdue":
      return t`It was due by ${due}. Nobody is kept out meanwhile: the programs go on.`;
    case "answered":
      return t`Both sides have answered everywhere. It was due by ${due}.`;
    case "missed":
      return t`It was due by ${due}. Nobody is asked for it any more.`;
  }
}

/** “2018–19: both sides answered; it goes on as it is.” */
export function yearLine(revisit: Revisit): string {
  const year = formatSchoolYear(revisit.school_year);
  const opens = formatDay(revisit.opens_on);
  switch (revisit.state) {
    case "ahead":
      return t`${year}: opens on ${opens}.`;
    case "answered":
      return t`${year}: ${outcomes(revisit)}.`;
    case "missed":
      return t`${year}: not every word came.`;
    default:
      return t`${year}: ${stateName(revisit.state)}.`;
  }
}
