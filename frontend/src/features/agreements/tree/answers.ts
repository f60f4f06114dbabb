/** The answers before an agreement as the editor holds them. */
import type { TreeAnswersRead as TreeAnswers } from "@/api/gen/types.gen";

/** The questions before the rest; empty until each is answered. */
export type AnswerValues = {
  money: YesNo;
  space: YesNo;
  records: YesNo;
  intensity: "" | TreeAnswers["intensity"];
};
export type YesNo = "" | "yes" | "no";

export const noAnswers: AnswerValues = { money: "", space: "", records: "", intensity: "" };

function yesNo(answer: boolean): YesNo {
  return answer ? "yes" : "no";
}

export function answerValues(answers: TreeAnswers | undefined): AnswerValues {
  if (!answers) return noAnswers;
  const { money, space, records, intensity } = answers;
  return { money: yesNo(money), space: yesNo(space), records: yesNo(records), intensity };
}

/** The answers as the wire writes them, once every question has one. */
export function answered({ money, space, records, intensity }: AnswerValues): TreeAnswers | null {
  if (money === "" || space === "" || records === "" || intensity === "") return null;
  return { money: money === "yes", space: space === "yes", records: records === "yes", intensity };
}
