/** The page's form, and what of it is sent. */
import type { AnswersWrite } from "@/api/gen/types.gen";
import { consentLanguage } from "@/lib/consent";
import type { Decision } from "./api";

export type Answer = "" | "yes" | "no" | "later";

export type Answers = {
  answers: { answer: Answer; reason: string }[];
  signature: { name: string; title: string; consents: boolean };
  code: string;
};

export function emptyAnswers(count: number): Answers {
  return {
    answers: Array.from({ length: count }, () => ({ answer: "", reason: "" })),
    signature: { name: "", title: "", consents: false },
    code: "",
  };
}

/** Whether an answer binds a party: then the code and a signature go with it. */
export function signs(decisions: readonly Decision[], answers: readonly { answer: Answer }[]): boolean {
  return decisions.some((each, place) => each.needs_code && answers[place]?.answer === "yes");
}

/** Six digits, however they were grouped. */
export function digitsOf(code: string): string {
  return code.replaceAll(/\D/g, "");
}

export function answersOf(decisions: readonly Decision[], values: Answers): AnswersWrite {
  const answers = decisions.flatMap(({ id }, place): AnswersWrite["answers"] => {
    const given = values.answers[place];
    if (given?.answer === "yes") return [{ id, answer: "yes" }];
    return given?.answer === "no" ? [{ id, answer: "no", reason: given.reason.trim() }] : [];
  });
  if (!signs(decisions, values.answers)) return { answers };
  const { name, title, consents } = values.signature;
  const signature = { name: name.trim(), title: title.trim(), consents, consent_in: consentLanguage() };
  return { answers, signature, code: digitsOf(values.code) };
}
