/** Which agreement, target and result stand for a partnership on its thread, and what happens next. */
import type { AgreementRead, ResourceRead, TargetRead, Thread } from "@/api/gen/types.gen";
import { reasonWords } from "@/api/spoken/reasons";
import type { Day } from "@/lib/dates";

const weight: Partial<Record<AgreementRead["effective_status"], number>> = {
  active: 0,
  expiring_soon: 0,
  scheduled: 1,
  out_for_signature: 2,
  approved: 3,
  in_review: 3,
  submitted: 3,
  changes_requested: 4,
  draft: 4,
};

/** The agreement in force, else the one furthest on its way, else the last. */
export function leadAgreement(agreements: readonly AgreementRead[]): AgreementRead | undefined {
  const rank = (agreement: AgreementRead) => weight[agreement.effective_status] ?? 9;
  return [...agreements].sort(
    (one, other) => rank(one) - rank(other) || other.ends_on.localeCompare(one.ends_on),
  )[0];
}

/** The target that says whether students are better off, the one with a result before the one without. */
export function leadTarget(targets: readonly TargetRead[]): TargetRead | undefined {
  const kinds = { better_off: 0, how_well: 1, how_much: 2 };
  const alive = targets.filter(({ status }) => status !== "withdrawn" && status !== "revised");
  const rank = (target: TargetRead) => (target.progress.as_of_on === null ? 10 : 0) + kinds[target.kind];
  return alive.sort((one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name))[0];
}

export type Next = {
  key: string;
  what: "blocker" | "promise" | "answer" | "end";
  /** What is missing in words, else the name of the thing. */
  title: string;
  who: readonly string[];
  party: "school" | "partner" | "district" | null;
  on: Day | null;
  to: { kind: string; id: string };
};

function isOpen({ delivered_on: delivered, promised_by_on: promised }: ResourceRead): boolean {
  return delivered === null && promised !== null;
}

/** What is still to come, soonest first; what has no day comes last. */
export function comingUp(thread: Thread): Next[] {
  const { partnership, targets } = thread;
  const here = partnership.school.id;
  const leads = {
    school: partnership.coordinator?.name,
    partner: partnership.partner_lead?.name,
    district: undefined,
  };
  const named = (party: "school" | "partner" | "district") => {
    const name = leads[party];
    return name ? [name] : [];
  };
  const agreement = leadAgreement(thread.agreements);
  const found: Next[] = partnership.clearance.blockers.map((blocker) => ({
    key: `blocker ${blocker.code} ${blocker.words}`,
    what: "blocker",
    title: reasonWords(blocker.said),
    who: blocker.who.names,
    party: blocker.who.party,
    on: blocker.due_on,
    to: { kind: "partnership", id: partnership.id },
  }));
  for (const promise of agreement?.resources ?? [])
    if (isOpen(promise) && (promise.school === null || promise.school.id === here))
      found.push({
        key: `promise ${promise.id}`,
        what: "promise",
        title: promise.text,
        who: named(promise.party),
        party: promise.party,
        on: promise.promised_by_on,
        to: { kind: "agreement", id: agreement?.id ?? "" },
      });
  for (const target of targets)
    if (
      target.status !== "draft" &&
      target.schools.some(({ school, word }) => school.id === here && word === "pending")
    )
      found.push({
        key: `answer ${target.id}`,
        what: "answer",
        title: target.name,
        who: named("school"),
        party: "school",
        on: null,
        to: { kind: "target", id: target.id },
      });
  if (agreement && agreement.days_left !== null && agreement.days_left >= 0)
    found.push({
      key: `end ${agreement.id}`,
      what: "end",
      title: agreement.title,
      who: [...named("school"), ...named("partner")],
      party: null,
      on: agreement.ends_on,
      to: { kind: "agreement", id: agreement.id },
    });
  return found.sort((one, other) => (one.on ?? "9999").localeCompare(other.on ?? "9999"));
}
