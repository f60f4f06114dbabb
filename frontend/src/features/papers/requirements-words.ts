/** What the district asks for, each said in a sentence. */
import { plural, t } from "@lingui/core/macro";
import type { RequirementRead } from "@/api/gen/types.gen";
import { gradeWords, organizationName, timeName } from "@/features/partners";
import { addDays, formatDay } from "@/lib/dates";
import { listOf } from "@/lib/lists";
import { formatMoney } from "@/lib/numbers";
import { checkName, coverageName } from "./words";

/** What a requirement says; days are the server's. */
export type Terms = Pick<
  RequirementRead,
  | "kind"
  | "coverage"
  | "check_kinds"
  | "min_each"
  | "min_aggregate"
  | "validity_months"
  | "deliveries"
  | "times_of_day"
  | "grades"
  | "needs_place"
  | "area_names"
  | "has_areas_below"
  | "org_types"
  | "payment"
  | "supervision"
  | "program"
  | "accepts_instead"
>;

/** “General liability insurance of at least $1,000,000 each, asked of in-person programs from Mar 1, 2020.” */
export function requirementSentence(
  asked: Terms & Pick<RequirementRead, "enforced_from" | "retired_from">,
): string {
  return askedSince(asked, ofWhom(asked));
}

/** The same without of whom, where a line beside it says that. */
export function termsSentence(
  asked: Terms & Pick<RequirementRead, "enforced_from" | "retired_from">,
): string {
  return askedSince(asked, null);
}

function askedSince(
  asked: Terms & Pick<RequirementRead, "enforced_from" | "retired_from">,
  whom: string | null,
): string {
  const what = whatIsAsked(asked);
  const from = formatDay(asked.enforced_from);
  if (asked.retired_from === null)
    return whom === null ? t`${what}, asked from ${from}.` : t`${what}, asked of ${whom} from ${from}.`;
  if (asked.retired_from <= asked.enforced_from) return t`${what}, never asked.`;
  const last = formatDay(addDays(asked.retired_from, -1));
  return whom === null
    ? t`${what}, asked from ${from} through ${last}.`
    : t`${what}, asked of ${whom} from ${from} through ${last}.`;
}

/** The paper and what it must at least say. */
function whatIsAsked(asked: Terms): string {
  const paper = paperAsked(asked);
  const months = asked.validity_months;
  if (months === null) return paper;
  const time =
    months % 12 === 0
      ? plural(months / 12, { one: "# year", other: "# years" })
      : plural(months, { one: "# month", other: "# months" });
  return t`${paper}, good for ${time}`;
}

function paperAsked({
  kind,
  coverage,
  check_kinds: checks,
  min_each: each,
  min_aggregate: all,
}: Terms): string {
  switch (kind) {
    case "insurance_certificate": {
      const insurance = insuranceName(coverage);
      const eachSaid = each && formatMoney(each);
      const allSaid = all && formatMoney(all);
      if (eachSaid && allSaid) return t`${insurance} of at least ${eachSaid} each and ${allSaid} in all`;
      if (eachSaid) return t`${insurance} of at least ${eachSaid} each`;
      return allSaid ? t`${insurance} of at least ${allSaid} in all` : insurance;
    }
    case "endorsement": {
      if (coverage === null) return t`An endorsement that names the district as additional insured`;
      const insurance = coverageName(coverage);
      return t`An endorsement that names the district as additional insured (${insurance})`;
    }
    case "background_check": {
      const names = listOf(checks.map(checkName));
      return t`Background checks of each person (${names})`;
    }
    case "agency_letter":
      return t`A letter of the agency that answers for its people`;
  }
}

function insuranceName(coverage: Terms["coverage"]): string {
  if (coverage === null) return t`Insurance`;
  const name = coverageName(coverage);
  return t`${name} insurance`;
}

/** What is said of the programs that have to hand it in. */
export type Whom = Pick<
  Terms,
  | "deliveries"
  | "times_of_day"
  | "grades"
  | "needs_place"
  | "area_names"
  | "has_areas_below"
  | "org_types"
  | "payment"
  | "supervision"
  | "program"
>;

/** Which programs have to hand it in: all conditions have to hold; without any it is every program. */
function ofWhom(asked: Whom): string {
  const whom = asked.program === null ? programsOf(asked.deliveries) : programName(asked.program);
  const conditions = conditionsOf(asked).join("; ");
  return conditions === "" ? whom : t`${whom} (${conditions})`;
}

/** The same as a line of its own: “Climate and everything under it · paid by the school”. */
export function whomLine(asked: Whom): string {
  const { deliveries, program } = asked;
  const isNamed = program !== null || namesSome(deliveries);
  const whom = program === null ? programsOf(deliveries) : programName(program);
  const conditions = conditionsOf(asked);
  const line = (isNamed || conditions.length === 0 ? [whom, ...conditions] : conditions).join(" · ");
  return line.charAt(0).toLocaleUpperCase() + line.slice(1);
}

function conditionsOf(asked: Whom): string[] {
  const { times_of_day: times, grades, needs_place: place } = asked;
  const span = gradeWords(grades);
  return [
    ...(asked.area_names.length > 0 ? [areaWords(asked)] : []),
    ...(asked.org_types.length > 0 ? [runBy(asked.org_types)] : []),
    ...(asked.payment === null ? [] : [paymentName(asked.payment)]),
    ...(asked.supervision === null ? [] : [aloneOrNot(asked.supervision)]),
    ...(times.length > 0 ? [times.map((time) => timeName(time).toLocaleLowerCase()).join(", ")] : []),
    ...(span === null ? [] : [t`grades ${span}`]),
    ...(place ? [t`with a place of their own in the building`] : []),
  ];
}

/** “Counseling and everything under it”, where there is anything under it. */
function areaWords({ area_names: areas, has_areas_below: hasBelow }: Whom): string {
  const names = areas.join(", ");
  if (!hasBelow) return names;
  return plural(areas.length, {
    one: `${names} and everything under it`,
    other: `${names} and everything under them`,
  });
}

function programName({ name, partner }: NonNullable<Whom["program"]>): string {
  return t`${name} of ${partner} alone`;
}

function runBy(kinds: Whom["org_types"]): string {
  const names = kinds.map((kind) => organizationName(kind).toLocaleLowerCase()).join(", ");
  return t`run by: ${names}`;
}

export function paymentName(payment: NonNullable<Whom["payment"]>): string {
  return payment === "paid" ? t`paid by the school` : t`free for the school`;
}

export function aloneOrNot(supervision: NonNullable<Whom["supervision"]>): string {
  return supervision === "alone"
    ? t`people ever alone with students`
    : t`always with somebody of the school beside them`;
}

const inPerson = (deliveries: readonly string[]) =>
  deliveries.includes("in_person") || deliveries.includes("hybrid");

/** Whether the ways of delivery leave any program out. */
function namesSome(deliveries: readonly string[]): boolean {
  return inPerson(deliveries) !== deliveries.includes("virtual");
}

function programsOf(deliveries: readonly string[]): string {
  if (!namesSome(deliveries)) return t`all programs`;
  return inPerson(deliveries) ? t`in-person programs` : t`online programs`;
}

/** What may stand in the place of each person's checks. */
export function insteadSentence({ accepts_instead: instead }: Terms): string | null {
  const letter = instead.includes("agency_letter");
  const present = instead.includes("staff_present");
  if (letter && present)
    return t`A letter of the agency, or somebody of the school always beside them, may stand in its place.`;
  if (letter) return t`A letter of the agency may stand in its place.`;
  return present ? t`Somebody of the school always beside them may stand in its place.` : null;
}

/** What the whole list says: how many papers are asked on the day, and how many later. */
export function requirementsFinding(now: number, later: number): string {
  if (now === 0 && later === 0) return t`The district asks for no papers yet`;
  if (now === 0)
    return plural(later, {
      one: "The district asks for # paper from a later day",
      other: "The district asks for # papers from a later day",
    });
  const asked = plural(now, {
    one: "The district asks for # paper",
    other: "The district asks for # papers",
  });
  return later === 0
    ? asked
    : plural(later, { one: `${asked}, # more later`, other: `${asked}, # more later` });
}

/** Which paper it may stand in for, when a paper is asked only in the place of another. */
export function insteadNote(kind: string, requirements: readonly RequirementRead[]): string | null {
  const asked = requirements.filter(({ accepts_instead: instead }) => instead.some((each) => each === kind));
  if (asked.length === 0) return null;
  const titles = listOf(asked.map(({ title }) => title));
  return t`It stands in the place of: ${titles}.`;
}
