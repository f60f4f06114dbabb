/** A need as its form holds it, and what a new one or an edit sends. */
import type {
  EvidenceCreate,
  EvidenceProposalRead,
  NeedCreate,
  NeedRead,
  NeedUpdate,
} from "@/api/gen/types.gen";
import { ratings } from "./words";

export const grades = ["PK", "K", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"] as const;
export const times = ["before_school", "school_day", "after_school", "weekend", "summer"] as const;
export const meetings = ["yes", "partly", "no"] as const;
const scale = [1, 2, 3, 4, 5] as const;

export type Draft = {
  title: string;
  area_code: string;
  current_condition: string;
  desired_condition: string;
  est_students: string;
  grades: string[];
  populations: string[];
  times_of_day: string[];
  languages: string;
  root_causes: string;
  impact: string;
  urgency: string;
  magnitude: string;
  feasibility: string;
  alignment: string;
  meet_via_partnership: string;
};
export type Field = keyof Draft;

/** A new need is named together with what shows it. */
export type NewDraft = Draft & { proposed: string[]; statement: string; source: string };

export const newNeed: NewDraft = {
  title: "",
  area_code: "",
  current_condition: "",
  desired_condition: "",
  est_students: "",
  grades: [],
  populations: [],
  times_of_day: [],
  languages: "",
  root_causes: "",
  impact: "",
  urgency: "",
  magnitude: "",
  feasibility: "",
  alignment: "",
  meet_via_partnership: "yes",
  proposed: [],
  statement: "",
  source: "",
};

export function readNeed(need: NeedRead): Draft {
  const rated = (value: number | null) => value?.toString() ?? "";
  return {
    title: need.title,
    area_code: need.area.code,
    current_condition: need.current_condition ?? "",
    desired_condition: need.desired_condition ?? "",
    est_students: need.est_students?.toString() ?? "",
    grades: grades.filter((grade) => need.grades.includes(grade)),
    populations: need.populations,
    times_of_day: times.filter((time) => need.times_of_day.includes(time)),
    languages: need.languages.join(", "),
    root_causes: need.root_causes ?? "",
    impact: rated(need.impact),
    urgency: rated(need.urgency),
    magnitude: rated(need.magnitude),
    feasibility: rated(need.feasibility),
    alignment: rated(need.alignment),
    meet_via_partnership: need.meet_via_partnership,
  };
}

function writeNeed(draft: Draft) {
  const rated = (value: string) => scale.find((rating) => String(rating) === value) ?? null;
  const [impact, urgency, magnitude, feasibility, alignment] = ratings.map((key) => rated(draft[key]));
  return {
    title: draft.title.trim(),
    area_code: draft.area_code,
    current_condition: draft.current_condition.trim() || null,
    desired_condition: draft.desired_condition.trim() || null,
    est_students: draft.est_students.trim() === "" ? null : Number(draft.est_students.trim()),
    grades: grades.filter((grade) => draft.grades.includes(grade)),
    populations: draft.populations,
    times_of_day: times.filter((time) => draft.times_of_day.includes(time)),
    languages: draft.languages
      .split(",")
      .map((language) => language.trim())
      .filter(Boolean),
    root_causes: draft.root_causes.trim() || null,
    impact: impact ?? null,
    urgency: urgency ?? null,
    magnitude: magnitude ?? null,
    feasibility: feasibility ?? null,
    alignment: alignment ?? null,
    meet_via_partnership: meetings.find((each) => each === draft.meet_via_partnership) ?? "yes",
  } satisfies NeedCreate;
}

/** A proposal is named by its measure and its period. */
export const proposalKey = ({ measure, period }: Pick<EvidenceProposalRead, "measure" | "period">) =>
  `${measure} ${period}`;

export function createNeed(draft: NewDraft, proposals: readonly EvidenceProposalRead[]): NeedCreate {
  const evidence: EvidenceCreate[] = proposals
    .filter((proposal) => draft.proposed.includes(proposalKey(proposal)))
    .map(({ measure, period }) => ({ measure, period }));
  if (draft.statement.trim() !== "")
    evidence.push({ statement: draft.statement.trim(), source: draft.source.trim() });
  return { ...writeNeed(draft), evidence };
}

export function changesOf(draft: Draft, changed: readonly Field[]): NeedUpdate {
  const written = writeNeed(draft);
  return Object.fromEntries(
    Object.entries(written).filter(([field]) => changed.some((one) => one === field)),
  );
}
