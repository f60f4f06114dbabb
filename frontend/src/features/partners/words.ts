/** What is said of a partner: its kind, where it stands and what that means, and what its programs offer. */
import { t } from "@lingui/core/macro";
import type { ContactRead, PartnerRead, ProgramRead } from "@/api/gen/types.gen";
import { formatDay } from "@/lib/dates";
import type { StatusLook } from "@/ui/data/status-tag";
import type { Holder } from "./queue-search";
import type { Kind, Status } from "./search";

export function kindName(kind: Kind): string {
  switch (kind) {
    case "nonprofit":
      return t`Nonprofit`;
    case "higher_ed":
      return t`College or university`;
    case "business":
      return t`Business`;
    case "government":
      return t`Public agency`;
    case "health":
      return t`Health provider`;
    case "cultural":
      return t`Arts and culture`;
    case "faith":
      return t`Faith community`;
    case "foundation":
      return t`Foundation`;
    case "other":
      return t`Other organization`;
  }
}

export function statusName(status: Status): string {
  switch (status) {
    case "prospective":
      return t`Not submitted yet`;
    case "submitted":
      return t`Submitted`;
    case "under_review":
      return t`In review`;
    case "changes_requested":
      return t`Changes requested`;
    case "approved":
      return t`Approved`;
    case "declined":
      return t`Declined`;
    case "suspended":
      return t`On hold`;
    case "inactive":
      return t`No longer a partner`;
  }
}

export const statusLooks: Record<Status, StatusLook> = {
  prospective: "draft",
  submitted: "review",
  under_review: "review",
  changes_requested: "changes",
  approved: "good",
  declined: "ended",
  suspended: "warn",
  inactive: "archived",
};

/** One sentence on what the status means for schools. */
export function statusMeaning(partner: PartnerRead): string {
  const until = partner.vetting_expires_on ? formatDay(partner.vetting_expires_on) : null;
  const since = partner.submitted_on ? formatDay(partner.submitted_on) : null;
  if (partner.vetting_expired)
    return until
      ? t`Its approval ran out on ${until}. Work at schools waits until it is renewed.`
      : t`Its approval has run out. Work at schools waits until it is renewed.`;
  switch (partner.status) {
    case "prospective":
      return t`Its application is being written. Schools cannot start work with it yet.`;
    case "submitted":
      return since
        ? t`Its application came in on ${since} and waits for the district office.`
        : t`Its application waits for the district office.`;
    case "under_review":
      return since
        ? t`The district office is reading its application of ${since}.`
        : t`The district office is reading its application.`;
    case "changes_requested":
      return t`The district office asked for changes; the partner answers next.`;
    case "approved":
      return until
        ? t`Approved to work with schools until ${until}. Each school still needs an agreement.`
        : t`Approved to work with schools. Each school still needs an agreement.`;
    case "declined":
      return t`The district office declined its application. It may apply again.`;
    case "suspended":
      return t`On hold: it may not work at any school until the hold ends.`;
    case "inactive":
      return t`The record is closed and kept for reference.`;
  }
}

export function contactKind(kind: ContactRead["kind"]): string {
  switch (kind) {
    case "primary":
      return t`First person to call`;
    case "authorized_signatory":
      return t`Signs agreements`;
    case "program":
      return t`Runs the programs`;
    case "emergency":
      return t`In an emergency`;
    case "data":
      return t`For questions about data`;
  }
}

export type ProgramStatus = ProgramRead["status"];

export function programStatusName(status: ProgramStatus): string {
  switch (status) {
    case "draft":
      return t`Draft`;
    case "submitted":
      return t`Waits for approval`;
    case "approved":
      return t`Approved`;
    case "retired":
      return t`Retired`;
  }
}

export const programLooks: Record<ProgramStatus, StatusLook> = {
  draft: "draft",
  submitted: "review",
  approved: "good",
  retired: "archived",
};

export const grades = ["PK", "K", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"] as const;

/** “K–5, 7”; nothing when the grades are not known. */
export function gradeWords(given: readonly string[]): string | null {
  const places = grades.flatMap((grade, place) => (given.includes(grade) ? [place] : []));
  const runs: { first: number; last: number }[] = [];
  for (const place of places) {
    const run = runs.at(-1);
    if (run && run.last === place - 1) run.last = place;
    else runs.push({ first: place, last: place });
  }
  const words = runs.map(({ first, last }) =>
    first === last ? grades[first] : `${grades[first]}–${grades[last]}`,
  );
  return words.length > 0 ? words.join(", ") : null;
}

export const times = ["before_school", "school_day", "after_school", "weekend", "summer"] as const;

export function timeName(time: string): string {
  switch (time) {
    case "before_school":
      return t`Before school`;
    case "school_day":
      return t`During the school day`;
    case "after_school":
      return t`After school`;
    case "weekend":
      return t`Weekends`;
    case "summer":
      return t`Summer`;
    default:
      return time;
  }
}

export const weekdays = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;

export function weekdayName(day: string): string {
  switch (day) {
    case "monday":
      return t`Monday`;
    case "tuesday":
      return t`Tuesday`;
    case "wednesday":
      return t`Wednesday`;
    case "thursday":
      return t`Thursday`;
    case "friday":
      return t`Friday`;
    case "saturday":
      return t`Saturday`;
    case "sunday":
      return t`Sunday`;
    default:
      return day;
  }
}

export const deliveries = ["in_person", "virtual", "hybrid"] as const;

export function deliveryName(delivery: (typeof deliveries)[number]): string {
  switch (delivery) {
    case "in_person":
      return t`In person`;
    case "virtual":
      return t`Online`;
    case "hybrid":
      return t`In person and online`;
  }
}

export function fundingName(funding: NonNullable<PartnerRead["funding_status"]>): string {
  switch (funding) {
    case "fully_funded":
      return t`Fully funded`;
    case "partially_funded":
      return t`Partly funded`;
    case "seeking":
      return t`Looking for funding`;
  }
}

/** Whose applications the queue shows. */
export function holderName(holder: Holder): string {
  switch (holder) {
    case "me":
      return t`Mine`;
    case "nobody":
      return t`Nobody’s yet`;
    case "another":
      return t`A colleague’s`;
  }
}

/** The words of a step's button. */
export function stepAction(move: string): string {
  switch (move) {
    case "submit":
      return t`Submit for review`;
    case "start-review":
      return t`Start the review`;
    case "request-changes":
      return t`Ask for changes`;
    case "approve":
      return t`Approve`;
    case "decline":
      return t`Decline`;
    case "suspend":
      return t`Put on hold`;
    case "reinstate":
      return t`End the hold`;
    case "deactivate":
      return t`Close the record`;
    case "reopen":
      return t`Open the record again`;
    default:
      return move;
  }
}

/** What a step still lacks, by the server's codes. */
export function needWords(need: string): string {
  switch (need) {
    case "primary_contact":
      return t`Name the person the district should call.`;
    case "program":
      return t`Describe at least one program.`;
    case "area":
      return t`Say which needs the program serves.`;
    case "grades":
      return t`Say for which grades it is.`;
    default:
      return need;
  }
}

const profileParts: Record<string, () => string> = {
  mission: () => t`mission`,
  reach: () => t`phone or e-mail`,
  address: () => t`address`,
  identity: () => t`EIN or fiscal sponsor`,
  primary_contact: () => t`first person to call`,
  signatory: () => t`somebody who signs agreements`,
  program: () => t`a program`,
  grades: () => t`grade levels`,
  capacity: () => t`how many students each program takes`,
};

/** What is missing of a task, in words. */
export function missingWords(missing: readonly string[]): string {
  return missing.map((part) => profileParts[part]?.() ?? part).join(", ");
}

/** “6 of 8 done. Missing: mission, grade levels.” */
export function profileWords({ done, of, missing }: NonNullable<PartnerRead["profile"]>): string {
  if (missing.length === 0) return t`All ${of} parts are there.`;
  const parts = missingWords(missing);
  return t`${done} of ${of} done. Missing: ${parts}.`;
}
