/** The questions before an agreement, their answers, and what each leads to, in plain words. */
import { plural, t } from "@lingui/core/macro";
import type { ReasonRead, TreeAnswerRead } from "@/api/gen/types.gen";
import { listOf } from "@/lib/lists";
import { stepName } from "../routes/words";
import { typeName } from "../words";
import type { AnswerValues } from "./answers";

type AnswerKey = TreeAnswerRead["answer"];
export type Intensity = Exclude<AnswerValues["intensity"], "">;

export function questionName(question: keyof AnswerValues): string {
  const names: Record<keyof AnswerValues, string> = {
    money: t`Does money change hands?`,
    space: t`Is space used for long?`,
    records: t`Are student records shared?`,
    intensity: t`How much is done?`,
  };
  return names[question];
}

export function questionHint(question: keyof AnswerValues): string {
  const hints: Record<keyof AnswerValues, string> = {
    money: t`The district pays the partner, or the partner the district.`,
    space: t`A room, a field or a pool of their own, for weeks or longer.`,
    records: t`Grades, attendance or anything else from a student’s record.`,
    intensity: t`Say what comes nearest.`,
  };
  return hints[question];
}

export function intensityName(intensity: Intensity): string {
  const names: Record<Intensity, string> = {
    few_visits: t`One school, a few visits, school staff in the room`,
    every_week: t`Every week, school staff near`,
    many_or_alone: t`Many schools every week, or students alone with the partner`,
  };
  return names[intensity];
}

/** “Money changes hands”, as a reason begins. */
export function answerName(answer: AnswerKey): string {
  const names: Record<AnswerKey, string> = {
    money_yes: t`Money changes hands`,
    money_no: t`No money changes hands`,
    space_yes: t`Space is used for long`,
    space_no: t`No space is used for long`,
    records_yes: t`Student records are shared`,
    records_no: t`No student records are shared`,
    few_visits: t`A few visits at one school, school staff in the room`,
    every_week: t`Every week, school staff near`,
    many_or_alone: t`Many schools every week, or students alone with the partner`,
  };
  return names[answer];
}

/** Which question an answer belongs to. */
export function questionOf(answer: AnswerKey): keyof AnswerValues {
  switch (answer) {
    case "money_yes":
    case "money_no":
      return "money";
    case "space_yes":
    case "space_no":
      return "space";
    case "records_yes":
    case "records_no":
      return "records";
    default:
      return "intensity";
  }
}

export function answersWords({ money, space, records, intensity }: AnswerValues): string {
  const said: AnswerKey[] = [
    money === "yes" ? "money_yes" : "money_no",
    space === "yes" ? "space_yes" : "space_no",
    records === "yes" ? "records_yes" : "records_no",
    ...(intensity === "" ? [] : [intensity]),
  ];
  return said.map(answerName).join("; ");
}

/** “Services contract, which binds both sides”. */
export function typeWords(type: Parameters<typeof typeName>[0], isBinding: boolean): string {
  const name = typeName(type);
  return isBinding ? t`${name}, which binds both sides` : t`${name}, which binds neither side`;
}

/** What one answer does: “Space is used for long: Space use agreement, and risk review”. */
export function reasonWords(reason: ReasonRead, type: Parameters<typeof typeName>[0]): string {
  const answer = answerName(reason.answer);
  const steps = listOf(reason.steps.map(stepName));
  if (!reason.decides) return t`${answer}: ${steps} is added.`;
  const name = typeName(type);
  return reason.steps.length > 0 ? t`${answer}: ${name}, with ${steps}.` : t`${answer}: ${name}.`;
}

/** Where an answer leads, for a row of the settings. */
export function leadWords({
  type,
  is_binding: isBinding,
  steps,
}: Pick<TreeAnswerRead, "type" | "is_binding" | "steps">): string {
  const reviewers = listOf(steps.map(stepName));
  if (type === null) return steps.length > 0 ? t`Adds ${reviewers}.` : t`Changes nothing.`;
  const words = typeWords(type, isBinding);
  return steps.length > 0 ? t`${words}. Adds ${reviewers}.` : t`${words}.`;
}

/** The heading says whether the district goes the trade's usual way. */
export function finding(leads: readonly Pick<TreeAnswerRead, "is_own">[]): string {
  const own = leads.filter(({ is_own: isOwn }) => isOwn).length;
  return plural(own, {
    0: "Each of the nine answers leads the usual way",
    one: "# of nine answers leads where the district says",
    other: "# of nine answers lead where the district says",
  });
}
