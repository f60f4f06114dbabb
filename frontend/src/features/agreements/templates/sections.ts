/** Standing terms as the editor holds them. */
import type { StandingSectionRead, StandingSectionWrite } from "@/api/gen/types.gen";

/** A section of standing terms: one paragraph, and one item of its list, on each line. */
export type SectionValues = {
  code: string;
  is_required: boolean;
  heading: string;
  text: string;
  items: string;
};

export const emptyStanding: SectionValues = {
  code: "",
  is_required: false,
  heading: "",
  text: "",
  items: "",
};

export function sectionValues(section: StandingSectionRead): SectionValues {
  return {
    code: section.code ?? "",
    is_required: section.is_required,
    heading: section.heading,
    text: section.paragraphs.join("\n"),
    items: section.items.join("\n"),
  };
}

function lines(typed: string): string[] {
  return typed
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

export function sectionWritten({ code, heading, text, items }: SectionValues): StandingSectionWrite {
  return {
    code: code === "" ? null : code,
    heading: heading.trim(),
    paragraphs: lines(text),
    items: lines(items),
  };
}

/** Lines are paragraphs and items of their own to the server; here they stand in one field. */
export function sectionField(field: string): `sections.${number}.${"heading" | "text" | "items"}` | null {
  const found = /^sections\.(\d+)\.(heading|code|paragraphs|items)/.exec(field);
  if (!found) return null;
  const place = Number(found[1]);
  if (found[2] === "paragraphs") return `sections.${place}.text`;
  if (found[2] === "items") return `sections.${place}.items`;
  return `sections.${place}.heading`;
}
