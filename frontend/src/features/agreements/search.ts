/** What the addresses of agreements say. */
import type { AgreementItem } from "@/api/gen/types.gen";
import { day, flag, oneOf, text, type Search } from "@/lib/url-state";

const effectives = ["in_force", "active", "expiring_soon", "scheduled", "expired"] as const;
const statuses = [
  "draft",
  "submitted",
  "in_review",
  "changes_requested",
  "approved",
  "out_for_signature",
  "suspended",
  "terminated",
  "rejected",
  "withdrawn",
  "superseded",
] as const;
/** What an agreement is on a day: its own state, or what the dates say once it is fully signed. */
export const standings = [...effectives, ...statuses] as const;
export type Standing = (typeof standings)[number];

export const types = [
  "mou",
  "moa",
  "school_partner_agreement",
  "services_contract",
  "space_use",
  "data_sharing",
  "research",
  "letter_of_agreement",
  "collaboration_plan",
] as const;
export type AgreementType = AgreementItem["type"];

const orders = ["ends_on", "-ends_on", "updated_at", "-updated_at"] as const;
export type Order = (typeof orders)[number];

/** How the agreements of a question are looked at; the list when the address says nothing. */
const layouts = ["calendar", "board", "timeline"] as const;
export type Layout = (typeof layouts)[number];

export const spans = ["30", "60", "90", "180"] as const;

/** How much of time the timeline shows; three school years when the address says nothing. */
const zooms = ["year", "quarter"] as const;
export type Zoom = (typeof zooms)[number];

export type AgreementsSearch = {
  view?: Layout;
  month?: string;
  zoom?: Zoom;
  ends_within?: (typeof spans)[number];
  school_year?: string;
  q?: string;
  standing?: Standing;
  type?: AgreementType;
  partner?: string;
  school?: string;
  waits_for_me?: true;
  student_data?: "to_destroy";
  effective_on?: string;
  sort?: Order;
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function id(search: Search, key: string): string | undefined {
  const value = text(search, key);
  return value !== undefined && uuid.test(value) ? value : undefined;
}

export function readAgreementsSearch(search: Search): AgreementsSearch {
  const q = text(search, "q");
  const standing = oneOf(search, "standing", standings);
  const type = oneOf(search, "type", types);
  const partner = id(search, "partner");
  const school = id(search, "school");
  const waits = flag(search, "waits_for_me");
  const records = oneOf(search, "student_data", ["to_destroy"] as const);
  const sort = oneOf(search, "sort", orders);
  const view = oneOf(search, "view", layouts);
  const month = text(search, "month");
  const zoom = oneOf(search, "zoom", zooms);
  const within = oneOf(search, "ends_within", spans);
  const year = text(search, "school_year");
  return {
    ...(view && { view }),
    ...(month && /^(19|20|21)\d\d-(0[1-9]|1[0-2])$/.test(month) && { month }),
    ...(zoom && { zoom }),
    ...(within && { ends_within: within }),
    ...(year && isSchoolYear(year) && { school_year: year }),
    ...(q && { q }),
    ...(standing && { standing }),
    ...(type && { type }),
    ...(partner && { partner }),
    ...(school && { school }),
    ...(waits && { waits_for_me: waits }),
    ...(records && { student_data: records }),
    ...readDay(search),
    ...(sort && sort !== "-updated_at" && { sort }),
  };
}

function isSchoolYear(label: string): boolean {
  const found = /^((?:19|20)\d\d)-((?:19|20)\d\d)$/.exec(label);
  return found !== null && Number(found[2]) === Number(found[1]) + 1;
}

/** The day on which a record or a list is looked at; today when the address says nothing. */
export type DaySearch = { effective_on?: string };

export function readDay(search: Search): DaySearch {
  const on = day(search, "effective_on");
  return on ? { effective_on: on } : {};
}

/** A new agreement may come with its partner, school and programs already chosen. */
export type StartSearch = { partner?: string; school?: string; program?: string };

export function readStartSearch(search: Search): StartSearch {
  const partner = id(search, "partner");
  const school = id(search, "school");
  const program = id(search, "program");
  return {
    ...(partner && { partner }),
    ...(school && { school }),
    ...(program && { program }),
  };
}

/** A new plan belongs to an agreement and a school, and may begin with the words of another. */
export function readNewPlan(search: Search): { agreement: string; school: string; from?: string } {
  const from = id(search, "from");
  return {
    agreement: id(search, "agreement") ?? "",
    school: id(search, "school") ?? "",
    ...(from && { from }),
  };
}
