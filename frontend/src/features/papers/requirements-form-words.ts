/** What the form of a requirement calls things. */
import { t } from "@lingui/core/macro";
import { deliveryName, gradeWords, organizationKinds, organizationName, timeName } from "@/features/partners";
import { formatDay } from "@/lib/dates";
import { listOf } from "@/lib/lists";
import { isDay } from "@/ui/fields/date-field";
import {
  deliveries,
  insteads,
  payments,
  requirementKinds,
  supervisions,
  type Draft,
} from "./requirements-draft";
import { aloneOrNot, paymentName } from "./requirements-words";
import type { Mode } from "./requirements-mode";
import { checkKinds, checkName, coverageName, coverages, kindName } from "./words";

export function requirementTitle(mode: Mode, title: string): string {
  switch (mode) {
    case "add":
      return t`Ask for a paper`;
    case "change":
      return t`Change: ${title}`;
    case "replace":
      return t`Replace from a later day: ${title}`;
    case "words":
      return t`Edit its words: ${title}`;
  }
}

export function draftName(field: keyof Draft): string {
  const names: Record<keyof Draft, string> = {
    kind: t`Which paper`,
    title: t`What people call it`,
    coverage: t`What the insurance covers`,
    min_each: t`At least, for each occurrence`,
    min_aggregate: t`At least, in all`,
    check_kinds: t`Which checks each person needs`,
    months: t`Good for`,
    deliveries: t`Asked of programs`,
    times_of_day: t`Only at these times`,
    grades: t`Only for these grades`,
    place: t`Only with a place of their own`,
    areas: t`Only in these areas`,
    org_types: t`Only run by these kinds of organization`,
    payment: t`Paid or not`,
    supervision: t`Alone with students or not`,
    program_id: t`Only of one program`,
    accepts_instead: t`What may stand in its place`,
    note: t`What to tell partners about it`,
    enforced_from: t`First day on which it keeps a program out`,
  };
  return names[field];
}

export function insteadName(instead: (typeof insteads)[number]): string {
  return instead === "agency_letter"
    ? t`A letter of the agency that answers for its people`
    : t`Somebody of the school always beside them`;
}

const joined = (names: readonly string[]) => listOf(names);

/** What a field holds, to choose between two people's. */
export function draftWords(field: keyof Draft, draft: Draft): string {
  switch (field) {
    case "kind": {
      const kind = requirementKinds.find((one) => one === draft.kind);
      return kind ? kindName(kind) : "";
    }
    case "coverage": {
      const coverage = coverages.find((one) => one === draft.coverage);
      return coverage ? coverageName(coverage) : "";
    }
    case "check_kinds":
      return joined(checkKinds.filter((one) => draft.check_kinds.includes(one)).map(checkName));
    case "deliveries":
      return joined(deliveries.filter((one) => draft.deliveries.includes(one)).map(deliveryName));
    case "times_of_day":
      return joined(draft.times_of_day.map(timeName));
    case "grades":
      return gradeWords(draft.grades) ?? "";
    case "org_types":
      return joined(organizationKinds.filter((one) => draft.org_types.includes(one)).map(organizationName));
    case "areas":
      return joined(draft.areas);
    case "payment": {
      const payment = payments.find((one) => one === draft.payment);
      return payment ? paymentName(payment) : t`Either`;
    }
    case "supervision": {
      const supervision = supervisions.find((one) => one === draft.supervision);
      return supervision ? aloneOrNot(supervision) : t`Either`;
    }
    case "program_id":
      return draft.program_id === "" ? t`Every program` : t`One program`;
    case "place":
      return draft.place.length > 0 ? t`Yes` : t`No`;
    case "accepts_instead":
      return joined(insteads.filter((one) => draft.accepts_instead.includes(one)).map(insteadName));
    case "enforced_from":
      return isDay(draft.enforced_from) ? formatDay(draft.enforced_from, "long") : "";
    default:
      return draft[field];
  }
}
