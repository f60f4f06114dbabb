/** What the states, steps and refusals of templates are called. */
import { plural, t } from "@lingui/core/macro";
import type { StatusLook } from "@/ui/data/status-tag";
import type { Template, Verb } from "./api";

type Status = Template["status"];

export const templateLooks: Readonly<Record<Status, StatusLook>> = {
  draft: "draft",
  published: "good",
  retired: "archived",
};

export function templateStatus(status: Status): string {
  const names: Record<Status, string> = {
    draft: t`Not published yet`,
    published: t`In use`,
    retired: t`Out of use`,
  };
  return names[status];
}

/** The heading of the list says how many authors can choose from. */
export function finding(templates: readonly { status: Status }[]): string {
  const inUse = templates.filter(({ status }) => status === "published").length;
  return plural(inUse, {
    0: "No template is in use yet",
    one: "# template is in use",
    other: "# templates are in use",
  });
}

export function usedWords(agreements: number | null): string {
  if (agreements === null) return "";
  return plural(agreements, { 0: "No agreement", one: "# agreement", other: "# agreements" });
}

/** The same in a sentence. */
export function madeWords(agreements: number | null): string {
  if (agreements === null) return "";
  return plural(agreements, {
    0: "no agreement made from it",
    one: "# agreement made from it",
    other: "# agreements made from it",
  });
}

/** What may stand in braces; the server's closed list. */
export const placeholders = [
  "partner",
  "district",
  "programs",
  "schools",
  "term",
  "first_day",
  "last_day",
  "number",
  "notice_days",
  "cost",
] as const;

export function placeholderName(name: (typeof placeholders)[number]): string {
  const names: Record<(typeof placeholders)[number], string> = {
    partner: t`The partner`,
    district: t`The district`,
    programs: t`The programs`,
    schools: t`The schools`,
    term: t`The term`,
    first_day: t`The first day`,
    last_day: t`The last day`,
    number: t`The agreement’s number`,
    notice_days: t`Days of notice`,
    cost: t`The cost`,
  };
  return names[name];
}

/** Why a text is refused, in the reader's language; what has no words here is said as the server says it. */
export function textProblem(code: string, message: string): string {
  const all = placeholders.map((name) => `{${name}}`).join(", ");
  switch (code) {
    case "unknown_placeholder":
      return t`In braces only one of these: ${all}`;
    case "stray_brace":
      return t`A brace opens or closes nothing`;
    case "own_heading":
      return t`Every agreement has a section of this name already`;
    case "heading_twice":
      return t`Another section has this heading`;
    case "empty_section":
      return t`Write what this section says`;
    case "not_negotiable":
      return t`These terms are the same in every agreement made from the template`;
    case "name_taken":
      return t`Another template has this name`;
    default:
      return message;
  }
}

export function needWords(need: string): string {
  return need === "draft_there"
    ? t`Nothing was changed since the last version.`
    : t`Write at least one section first.`;
}

export type VerbWords = { title: string; effect: string; action: string; working: string; done: string };

export function verbWords(verb: Verb, template: Template): VerbWords {
  const { name } = template;
  const number = template.draft_number ?? 1;
  const words: Record<Verb, VerbWords> = {
    publish: {
      title: t`Publish version ${number} of “${name}”?`,
      effect: t`It can never be changed after this. New drafts take it; agreements made from earlier versions stay as they are.`,
      action: t`Publish version ${number}`,
      working: t`Publishing…`,
      done: t`Version ${number} is published.`,
    },
    drop: {
      title: t`Drop what was written of version ${number}?`,
      effect: t`What was written since the published version is gone. The published version stays in use.`,
      action: t`Drop it`,
      working: t`Dropping…`,
      done: t`What was written was dropped.`,
    },
    retire: {
      title: t`Take “${name}” out of use?`,
      effect: t`No new draft can take it. Agreements made from it stay as they are.`,
      action: t`Take it out of use`,
      working: t`Taking it out of use…`,
      done: t`It is out of use.`,
    },
    reinstate: {
      title: t`Offer “${name}” again?`,
      effect: t`New drafts of its type can take its published version.`,
      action: t`Offer it again`,
      working: t`Offering it again…`,
      done: t`It is offered again.`,
    },
  };
  return words[verb];
}
