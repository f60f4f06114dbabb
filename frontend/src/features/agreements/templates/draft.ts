/** A template's next version as the form holds it, and what the server refuses put to the fields that hold it. */
import type { TemplateUpdate } from "@/api/gen/types.gen";
import type { Template } from "./api";
import { emptyStanding, sectionField, sectionValues, sectionWritten, type SectionValues } from "./sections";

export type TemplateValues = {
  name: string;
  note: string;
  is_negotiable: boolean;
  sections: (SectionValues & { is_clause: boolean })[];
};

export const emptySection: TemplateValues["sections"][number] = {
  ...emptyStanding,
  is_clause: false,
};

export function templateValues(template: Template): TemplateValues {
  return {
    name: template.name,
    note: template.draft_number === null ? "" : (template.note ?? ""),
    is_negotiable: template.is_negotiable,
    sections: template.sections.map((section) => ({
      ...sectionValues(section),
      is_clause: section.code !== null,
    })),
  };
}

/** A clause keeps its code for good, so that what was said about it is found again; a new one gets it from its heading. */
function codeFrom(heading: string, taken: ReadonlySet<string>): string {
  const plain = heading
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9 ]/g, "");
  const code = `c_${plain.trim().replaceAll(/ +/g, "_")}`.slice(0, 50);
  let free = code;
  for (let count = 2; taken.has(free); count += 1) free = `${code}_${count}`;
  return free;
}

export function toUpdate(values: TemplateValues): TemplateUpdate {
  const taken = new Set(values.sections.map(({ code }) => code));
  const sections = values.sections.map((section) => {
    const known = section.code === "" ? codeFrom(section.heading, taken) : section.code;
    const code = section.is_clause ? known : "";
    taken.add(code);
    return {
      ...sectionWritten({ ...section, code }),
      is_required: section.is_clause && section.is_required,
    };
  });
  const note = values.note.trim();
  return {
    name: values.name.trim(),
    note: note === "" ? null : note,
    is_negotiable: values.is_negotiable,
    sections,
  };
}

export function fieldOf(field: string): "name" | "note" | ReturnType<typeof sectionField> {
  return field === "name" || field === "note" ? field : sectionField(field);
}

/** The sections that the type has to say and the form no longer holds, by their headings. */
export function lostSections(
  { kept, sections }: Pick<Template, "kept" | "sections">,
  { sections: held }: Pick<TemplateValues, "sections">,
): string[] {
  const codes = new Set(held.filter((each) => each.is_clause).map((each) => each.code));
  return sections
    .filter(({ code }) => code !== null && kept.includes(code) && !codes.has(code))
    .map(({ heading }) => heading);
}
