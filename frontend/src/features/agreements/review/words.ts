/** The sections of a text as reviewers name them in their notes. */
import { t } from "@lingui/core/macro";
import type { Agreement } from "../api";

export type SectionKey = Agreement["reviews"][number]["notes"][number]["section"];

export const sectionKeys = [
  "parties",
  "purpose",
  "programs",
  "schools",
  "students",
  "schedule",
  "promises",
  "costs",
  "records",
  "terms",
  "term",
] as const satisfies readonly SectionKey[];

export function sectionName(section: SectionKey): string {
  const names: Record<SectionKey, string> = {
    parties: t`Parties and title`,
    purpose: t`Purpose`,
    programs: t`Programs`,
    schools: t`Schools`,
    students: t`Students`,
    schedule: t`Schedule`,
    promises: t`What each side will do`,
    costs: t`Costs`,
    records: t`Student records`,
    terms: t`Standing terms`,
    term: t`Term`,
  };
  return names[section];
}

/** The text's own headings are part of what is signed, whatever language the reader uses. */
const headings: Readonly<Record<string, SectionKey>> = {
  Parties: "parties",
  Purpose: "purpose",
  Programs: "programs",
  Schools: "schools",
  Students: "students",
  Schedule: "schedule",
  Costs: "costs",
  "Student records": "records",
  Term: "term",
};

export function sectionOf(heading: string): SectionKey {
  return headings[heading] ?? (heading.endsWith(" will") ? "promises" : "terms");
}
