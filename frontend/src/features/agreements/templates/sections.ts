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
