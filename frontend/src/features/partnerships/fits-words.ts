/** What is said of programs that fit: how many, what each criterion found, and what to ask in the first conversation. */
import { plural, t } from "@lingui/core/macro";
import { reasonWords } from "@/api/spoken/reasons";
import type { Reason } from "@/ui/lists/reasons";
import type { Fit, FitNeed } from "./fits-api";

type Criterion = Fit["criteria"][number];

const states: Record<Criterion["verdict"], Reason["state"]> = {
  met: "met",
  partly: "partly",
  not_met: "unmet",
  not_known: "unknown",
};

/** The reason, what it is about set apart: “Grades: 5–8 includes 6–8”, “Room for 50; about 45 need it”. */
const about = /^(?:[^:]{1,40}:|Room for|Cupo para|Approved|Approval|Aprobado|La aprobación)(?=\s|$)/;

export function reasonOf({ key, verdict, said }: Criterion): Reason {
  const words = reasonWords(said);
  const name = about.exec(words)?.[0] ?? "";
  return { key, state: states[verdict], name, words: words.slice(name.length).trim() };
}

/** “3 programs look like a strong or good fit.” */
export function fitsFinding(fits: readonly Fit[]): string {
  const likely = fits.filter((fit) => fit.strength === "strong" || fit.strength === "good").length;
  if (likely > 0)
    return plural(likely, {
      one: "# program looks like a strong or good fit.",
      other: "# programs look like a strong or good fit.",
    });
  return fits.length === 0
    ? t`No program is known to fit in area and grades.`
    : t`No program is known to fit well; some fit in part.`;
}

/** What both sides settle in every first conversation. */
export function everyQuestion(): string[] {
  return [
    t`What should be different for these students by the end of the year, and how will we both see it?`,
    t`What do you need from the school: a room, a time, a person who knows the students?`,
    t`How will students be invited, and what do their families hear about it?`,
    t`Who calls whom when something goes wrong?`,
  ];
}

/** What this program leaves open for this need: nothing that is already known is asked. */
export function openQuestions(fit: Fit, need: FitNeed): string[] {
  return fit.criteria.flatMap((criterion) => {
    const question = ask(criterion, fit, need);
    return question === null ? [] : [question];
  });
}

function ask({ key, verdict }: Criterion, fit: Fit, need: FitNeed): string | null {
  if (verdict === "met") return null;
  const program = fit.program.name;
  switch (key) {
    case "need_area":
      return t`How does ${program} help with ${need.area.toLocaleLowerCase()}?`;
    case "grades":
      return verdict === "not_known"
        ? t`Which grades is ${program} for?`
        : t`Which of our grades can you take, and what about the others?`;
    case "capacity":
      return askRoom(verdict, need.est_students);
    case "schedule":
      if (verdict === "not_known") return t`On which days and at what time could you come?`;
      return verdict === "partly" && fit.overlaps.length > 0
        ? t`${fit.overlaps.join(", ")} takes the same grades at the same time. How do students choose?`
        : t`Could you come at another time of day?`;
    case "language":
      return need.languages.length > 0
        ? t`Who among your people speaks ${need.languages.join(", ")}?`
        : t`Which languages do students and families need?`;
    case "approval":
      return t`Where does the district’s approval stand, and what is still missing?`;
  }
}

function askRoom(verdict: Criterion["verdict"], students: number | null): string {
  if (verdict === "not_known")
    return students === null
      ? t`How many students need it, and how many could you take?`
      : t`How many of our students could you take, and from when?`;
  return verdict === "partly"
    ? t`There is room for some of the students. Who comes first, and how is that decided?`
    : t`When will there be places again?`;
}
